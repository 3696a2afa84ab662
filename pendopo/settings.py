# SPDX-License-Identifier: EUPL-1.2
"""Every setting of Pendopo, read from the environment once, here and nowhere else."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from pendopo import __version__
from pendopo.base.databases import database
from pendopo.base.environment import BadSetting, Environment, Setting
from pendopo.base.keys import django_keys, kept_secrets, read_secrets
from pendopo.base.network import lan_address

PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = PACKAGE.parent
ROOT = _CHECKOUT if (_CHECKOUT / "standards" / "national").is_dir() else Path.cwd()
"""Where relative paths are counted from: the checkout; for an installed package, where one is."""

SETTINGS: tuple[Setting, ...] = (
    Setting(
        "PENDOPO_VAR",
        "var",
        "Folder untuk semua yang disimpan: basis data, kunci, berkas. Cadangkan folder ini.",
        "Folder of everything that is kept: database, key, files. Back it up.",
    ),
    Setting(
        "DATABASE_URL",
        "",
        "Basis data: sqlite:///berkas atau postgres://nama:sandi@server:5432/basisdata. "
        "Tanpa setelan ini: pendopo.sqlite3 di PENDOPO_VAR.",
        "Database: sqlite:///file or postgres://user:password@server:5432/database. "
        "Without it: pendopo.sqlite3 in PENDOPO_VAR.",
    ),
    Setting(
        "PENDOPO_STANDARDS",
        "standards",
        "Folder berkas standar pelayanan dan data nasional.",
        "Folder of the service standards and the national data.",
    ),
    Setting(
        "PENDOPO_URL",
        "",
        "Alamat yang dicetak di QR dan tautan, misalnya https://pendopo.contoh.go.id. "
        "Tanpa setelan ini: http://localhost dengan PORT, atau alamat komputer ini bila LAN=1.",
        "Address printed in QR codes and links, such as https://pendopo.example.go.id. "
        "Without it: http://localhost with PORT, or this computer's address when LAN=1.",
    ),
    Setting(
        "PENDOPO_SECRET",
        "",
        "Rahasia acak untuk menyandi data; boleh beberapa: `2:baru… 1:lama…`. "
        "Tanpa setelan ini: berkas secret di PENDOPO_VAR, dibuat sekali. "
        "Tanpa rahasia yang sama, data tersandi tidak dapat dibaca lagi.",
        "Random secret that seals data; there may be several: `2:newer… 1:older…`. "
        "Without it: the file secret in PENDOPO_VAR, made once. "
        "Without the same secret, sealed data can never be read again.",
    ),
    Setting(
        "PENDOPO_DEMO",
        "",
        "1: contoh; petugas rekaan, surat bertanda CONTOH. 0: pelayanan sungguhan. "
        "Tanpa setelan ini: 1 sampai `pendopo demo-to-real` dijalankan.",
        "1: demonstration; invented officers, papers marked CONTOH. 0: real service. "
        "Without it: 1 until `pendopo demo-to-real` has been run.",
    ),
    Setting(
        "LAN",
        "0",
        "1: layani komputer dan ponsel lain di jaringan kantor, bukan hanya komputer ini.",
        "1: serve other computers and phones of the office network, not only this computer.",
    ),
    Setting(
        "HOST",
        "",
        "Alamat tempat server mendengarkan. Tanpa setelan ini: 127.0.0.1, atau 0.0.0.0 bila LAN=1.",
        "Address the server listens on. Without it: 127.0.0.1, or 0.0.0.0 when LAN=1.",
    ),
    Setting("PORT", "8000", "Porta server.", "Port of the server."),
    Setting(
        "PENDOPO_PROXIES",
        "0",
        "Banyaknya proksi milik sendiri di depan Pendopo, 0 sampai 9. Tiap proksi menambahkan "
        "alamat pemanggilnya di akhir X-Forwarded-For; dari sana diketahui siapa yang salah kode.",
        "Proxies of one's own before Pendopo, 0 to 9. Each adds its caller's address at the "
        "end of X-Forwarded-For; that tells who typed wrong codes.",
    ),
    Setting(
        "PENDOPO_WORKERS",
        "0",
        "Banyaknya proses server, 1 sampai 32; 0: menurut prosesor, 2 sampai 4.",
        "Server processes, 1 to 32; 0: by the processors, 2 to 4.",
    ),
    Setting(
        "PENDOPO_BACKUP_HOUR",
        "12",
        "Jam salinan harian dibuat sendiri, 0 sampai 23, menurut jam kantor; bila komputer mati "
        "saat itu, segera sesudah menyala. tidak: dibuat oleh yang lain.",
        "Hour of the daily copy, 0 to 23 by the office's clock; if the computer is off then, soon "
        "after it is on. no: somebody else makes it.",
    ),
    Setting(
        "PENDOPO_BACKUP_DAYS",
        "7",
        "Salinan terakhir dari sekian hari yang disimpan, 1 sampai 366.",
        "Of how many days the last copy is kept, 1 to 366.",
    ),
    Setting(
        "PENDOPO_BACKUP_WEEKS",
        "4",
        "Salinan terakhir dari sekian minggu yang disimpan, 0 sampai 520.",
        "Of how many weeks the last copy is kept, 0 to 520.",
    ),
    Setting(
        "PENDOPO_LOG_LEVEL",
        "INFO",
        "Catatan server: DEBUG, INFO, WARNING atau ERROR. Tidak pernah memuat data orang.",
        "How much the server logs: DEBUG, INFO, WARNING or ERROR. Never personal data.",
    ),
    Setting(
        "PENDOPO_DEBUG",
        "0",
        "1: halaman galat rinci untuk pengembang. Hanya dalam mode contoh.",
        "1: detailed error pages for developers. Only in demonstration mode.",
    ),
)
"""The whole table; the documentation of settings is made from it."""

_env = Environment(SETTINGS, os.environ)

# Where things are

PENDOPO_VAR = _env.path("PENDOPO_VAR", ROOT)
PENDOPO_STANDARDS = _env.path("PENDOPO_STANDARDS", ROOT)
PENDOPO_REAL_MARK = PENDOPO_VAR / "real"
"""The file that says that the demonstration is over; written by `pendopo demo-to-real`."""

PENDOPO_DEMO_GIVEN = _env.given("PENDOPO_DEMO")
PENDOPO_DEMO = _env.flag("PENDOPO_DEMO") if PENDOPO_DEMO_GIVEN else not PENDOPO_REAL_MARK.exists()

DEBUG = _env.flag("PENDOPO_DEBUG")
if DEBUG and not PENDOPO_DEMO:
    raise BadSetting(
        "PENDOPO_DEBUG",
        "halaman galat rinci memperlihatkan data orang; pakai hanya dengan PENDOPO_DEMO=1.",
        "detailed error pages show personal data; use it only with PENDOPO_DEMO=1.",
    )

# Copies

PENDOPO_BACKUPS = PENDOPO_VAR / "backups"
"""The folder of the copies that are made by themselves."""
PENDOPO_BACKUP_HOUR = _env.hour("PENDOPO_BACKUP_HOUR")
PENDOPO_BACKUP_DAYS = _env.integer("PENDOPO_BACKUP_DAYS", 1, 366)
PENDOPO_BACKUP_WEEKS = _env.integer("PENDOPO_BACKUP_WEEKS", 0, 520)

# The network

LAN = _env.flag("LAN")
HOST = _env.text("HOST") or ("0.0.0.0" if LAN else "127.0.0.1")
PORT = _env.integer("PORT", 1, 65535)
PENDOPO_PROXIES = _env.integer("PENDOPO_PROXIES", 0, 9)
PENDOPO_WORKERS = _env.integer("PENDOPO_WORKERS", 0, 32)
_near = lan_address() if LAN else None
PENDOPO_URL = (
    _env.web_address("PENDOPO_URL")
    if _env.given("PENDOPO_URL")
    else f"http://{_near or 'localhost'}:{PORT}"
)
_public = urlsplit(PENDOPO_URL)
_secure = _public.scheme == "https"
_names = (_public.hostname, _near, "localhost", "127.0.0.1", "[::1]")
ALLOWED_HOSTS = [name for name in _names if name]
CSRF_TRUSTED_ORIGINS = [PENDOPO_URL]

# Secrets

PENDOPO_SECRETS = (
    read_secrets("PENDOPO_SECRET", _env.text("PENDOPO_SECRET"))
    if _env.given("PENDOPO_SECRET")
    else kept_secrets(PENDOPO_VAR / "secret")
)
"""Empty until `pendopo migrate` or `pendopo serve` has made a new installation's key."""
SECRET_KEY, *SECRET_KEY_FALLBACKS = django_keys(PENDOPO_SECRETS)

# Parts

_OURS = ("base", "offices", "standards", "cases", "portal", "counter", "bureau", "api")
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    *(f"pendopo.{name}" for name in _OURS if (PACKAGE / name / "apps.py").exists()),
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "pendopo.base.csp.content_security_policy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "pendopo.base.addresses.without_nul",
    "pendopo.base.language.language_by_choice",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]
ROOT_URLCONF = "pendopo.urls"
WSGI_APPLICATION = "pendopo.wsgi.application"
AUTH_USER_MODEL = "offices.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# Storage

DATABASES = {
    "default": database(
        _env.text("DATABASE_URL") or f"sqlite:///{quote(f'{PENDOPO_VAR}/pendopo.sqlite3')}", ROOT
    )
}
# Rate limits must hold across processes, so the cache is a table, not memory.
CACHES: dict[str, dict[str, Any]] = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "pendopo_cache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}
MEDIA_ROOT = PENDOPO_VAR / "uploads"
STATIC_ROOT = PENDOPO_VAR / "static"
STATICFILES_DIRS = [folder for folder in (PACKAGE / "static",) if folder.is_dir()]
# The version stands in the path, so that a new release is never shown with old styles.
STATIC_URL = f"/static/{__version__}/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedStaticFilesStorage"},
}
FILE_UPLOAD_PERMISSIONS = 0o600
PENDOPO_UPLOAD_MAX = 10_000_000
"""Bytes of one uploaded file: a photo or a scan of a few pages."""
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
DATA_UPLOAD_MAX_NUMBER_FILES = 20
FILE_UPLOAD_HANDLERS = [
    "pendopo.base.uploads.CappedUpload",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

# Language and time

LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia"), ("en", "English")]
LANGUAGE_COOKIE_AGE = 365 * 24 * 60 * 60
LOCALE_PATHS = [PACKAGE / "locale"]
# Django's own Indonesian formats read 03/13/2026 as a date in March.
FORMAT_MODULE_PATH = "pendopo.formats"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

# Security

SECURE_CSP = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "manifest-src": ["'self'"],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
}
SECURE_REFERRER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if _secure else 0
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _secure
SESSION_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_NAME = "pendopo"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "pendopo.counter.faults.csrf_failure"
LANGUAGE_COOKIE_SAMESITE = "Lax"
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]

# Signing in: by user name, no signing up, no e-mail; a second factor for who wants one

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "desk"
ACCOUNT_ADAPTER = "pendopo.counter.accounts.adapters.Accounts"
ACCOUNT_FORMS = {
    "login": "pendopo.counter.accounts.forms.SignIn",
    "change_password": "pendopo.counter.accounts.forms.ChangePassword",
    "reauthenticate": "pendopo.counter.accounts.forms.Confirm",
}
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_REDIRECT_URL = "sign-in"
# A whole office comes from one address, so that a name counts for more than the address; by name
# and address, or anybody who knows the names would keep their officers out (see the adapter).
ACCOUNT_RATE_LIMITS = {
    "login": "60/m/ip",
    "login_failed": "30/m/ip,5/5m/key",
    "change_password": "5/m/user",
    "reauthenticate": "10/m/user",
}
MFA_ADAPTER = "pendopo.counter.accounts.adapters.SecondFactors"
MFA_FORMS = {
    "authenticate": "pendopo.counter.accounts.forms.SecondCode",
    "reauthenticate": "pendopo.counter.accounts.forms.ConfirmByCode",
    "activate_totp": "pendopo.counter.accounts.forms.ActivateApp",
    "add_webauthn": "pendopo.counter.accounts.forms.AddPasskey",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Pendopo"
# A telephone's clock may be half a minute off.
MFA_TOTP_TOLERANCE = 1
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not _secure

# What is written to the log, and how little

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "quiet": {
            "()": "pendopo.base.logs.QuietFormatter",
            "format": "%(asctime)s %(levelname)s %(name)s: %(message)s",
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "quiet"}},
    "root": {
        "handlers": ["stderr"],
        "level": _env.choice("PENDOPO_LOG_LEVEL", ("DEBUG", "INFO", "WARNING", "ERROR")),
    },
    "loggers": {
        # SQL is written with its values, which are people's.
        "django.db.backends": {"level": "INFO"},
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        # It greets at every start, in the middle of what an operator wants to read.
        "pikepdf": {"level": "WARNING"},
        "django.server": {"handlers": [], "level": "WARNING", "propagate": True},
    },
}
