# SPDX-License-Identifier: EUPL-1.2
"""What every word of office.yaml, decree.yaml and the national files means."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_KEY = "Kunci pendek: huruf kecil, angka dan tanda hubung."
_LANGUAGE = "Versi bahasa berkas ini; sekarang selalu 1."
_SOURCE = "Asal isi ini: printed, inferred atau national."
_SURE = "Seberapa pasti: verified, high, medium atau low."

OFFICE_WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "Office": {
            "language": _LANGUAGE,
            "code": "Kode Kemendagri kecamatan, dengan tanda kutip.",
            "name": "Nama kantor.",
            "regency": "Kabupaten atau kota.",
            "province": "Provinsi.",
            "seat": "Tempat kedudukan, untuk tempat dan tanggal surat.",
            "prefix": "Tiga huruf besar di depan nomor berkas; hanya satu kantor memakainya.",
            "unit_code": "Kode unit pada nomor surat.",
            "zone": "Zona waktu.",
            "address": "Alamat.",
            "contacts": "Cara menghubungi kantor.",
            "services": "Kunci layanan menurut urutan keputusan.",
            "villages": "Desa dan kelurahan.",
            "positions": "Jabatan.",
            "signing": "Matriks penandatanganan.",
            "books": "Buku register: kunci dan bentuknya.",
            "hours": "Jam buka.",
            "seasons": "Jam lain pada masa tertentu.",
            "policy": "Yang boleh diatur kantor sendiri.",
            "stationery": "Kertas surat kantor.",
            "demo_officers": "Pejabat karangan untuk contoh.",
            "notes": "Catatan.",
        },
        "Village": {
            "code": "Kode Kemendagri, dengan tanda kutip.",
            "name": "Nama.",
            "kind": "desa atau kelurahan.",
        },
        "Position": {
            "key": _KEY,
            "title": "Nama jabatan seperti pada surat.",
            "roles": "Peran pada standar yang dipegangnya.",
            "echelon": "Eselon.",
            "source": _SOURCE,
        },
        "Signing": {
            "position": "Jabatan yang menandatangani.",
            "on_behalf_of": "Peran yang ditandatanganinya.",
            "line": "Baris di atas jabatan: kosong, a.n. atau u.b.",
            "services": "Layanan yang dicakup, atau all.",
            "except": "Layanan yang dikecualikan.",
            "letter": "Surat pelimpahannya.",
            "source": _SOURCE,
        },
        "OpenSpan": {"from": 'Jam mulai, misalnya "07:30".', "to": "Jam selesai."},
        "Hours": {
            "office": "Jam kerja.",
            "counter": "Jam loket; tanpa ini sama dengan jam kerja.",
            "signing": "Jam tanda tangan; tanpa ini sama dengan jam kerja.",
            "source": _SOURCE,
        },
        "Season": {
            "name": "Nama masa, misalnya Ramadan.",
            "from": "Tanggal mulai.",
            "to": "Tanggal selesai.",
            "hours": "Jam pada masa itu.",
        },
        "Policy": {
            "day": "Arti «hari» yang tercetak: hari kerja atau hari kalender.",
            "cuti_bersama_closes": "Kantor tutup pada cuti bersama.",
            "follow_allowed_by": "Peran yang boleh mengizinkan syarat menyusul.",
            "signature_recorded_by": "Peran yang boleh mencatat tanda tangan basah.",
            "letters_changed_by": "Peran yang boleh mengubah kalimat surat kantor; tanpa ini siapa "
            "yang menandatangani semua layanan.",
            "administered_by": "Peran yang boleh mengubah pengaturan kantor; tanpa ini siapa "
            "yang menandatangani semua layanan.",
            "late_after_minutes": "Sesudah berapa menit sebuah catatan disebut susulan.",
        },
        "Stationery": {
            "size": "Ukuran kertas: f4 (215 × 330 mm) atau a4.",
            "typeface": "Huruf: liberation-sans (seperti Arial) atau tex-gyre-bonum (seperti "
            "Bookman Old Style).",
            "points": "Besar huruf.",
            "margins": "Tepi kertas, milimeter.",
            "preprinted": "Tinggi kop yang sudah tercetak pada kertas, milimeter; 0: kop dicetak.",
            "letterhead": "Baris kop; tanpa ini disusun dari nama kantor.",
            "arms": "Berkas lambang daerah di folder kantor: SVG, PNG atau JPEG.",
            "qr": "true: lembar memuat QR untuk memeriksa keasliannya.",
            "number": "blank: nomor ditulis tangan sesudah tanda tangan; reserved: nomor dipesan.",
            "on_behalf": "true: baris a.n. pada kalimat surat (misalnya a.n. BUPATI) dicetak.",
            "countersign": "overprint: dicetak pada lembar desa; label: pada label tempel.",
            "overprint": "Tempat cetak tindih pada lembar desa.",
            "label": "Ukuran label tempel.",
            "slip": "Lembar kecil: third-f4 (sepertiga F4), a5, atau roll (kertas 80 mm).",
        },
        "Margins": {
            "top": "Tepi atas.",
            "right": "Tepi kanan.",
            "bottom": "Tepi bawah.",
            "left": "Tepi kiri.",
        },
        "Letterhead": {
            "above": "Baris di atas nama kantor, misalnya PEMERINTAH KABUPATEN REKAAN.",
            "name": "Nama kantor.",
            "below": "Alamat, telepon, laman dan kode pos; satu baris satu butir.",
        },
        "Place": {"left": "Dari tepi kiri.", "top": "Dari tepi atas."},
        "Label": {"width": "Lebar.", "height": "Tinggi."},
        "Officer": {
            "name": "Nama karangan dengan gelar.",
            "nip": "NIP karangan, dengan tanda kutip.",
            "rank": "Pangkat.",
            "positions": "Jabatan yang dipegang.",
            "capacity": "definitif, Plt., Plh. atau Pj.",
        },
        "Decree": {
            "language": _LANGUAGE,
            "number": "Nomor keputusan seperti tercetak.",
            "title": "Judul sesudah «tentang».",
            "place": "Tempat ditetapkan.",
            "date": "Tanggal ditetapkan.",
            "effective": "Tanggal mulai berlaku.",
            "effective_text": "Kalimat mulai berlaku seperti tercetak.",
            "letterhead": "Baris kepala surat.",
            "considerations": "Menimbang.",
            "references": "Mengingat.",
            "dictums": "Diktum.",
            "signatory": "Penanda tangan.",
            "copies_to": "Tembusan.",
            "services": "Layanan yang didaftar, seperti tercetak.",
            "motto": "Moto pelayanan.",
            "principles": "Asas atau prinsip.",
            "definitions": "Pengertian.",
            "body": "Bab dan bagian selebihnya.",
            "notes": "Catatan tentang keputusan.",
        },
        "Dictum": {
            "label": "KESATU, KEDUA, dan seterusnya.",
            "text": "Bunyinya.",
            "items": "Butir di bawahnya.",
        },
        "Principle": {"name": "Nama asas.", "text": "Penjelasannya."},
        "Motto": {
            "word": "Kata moto.",
            "words": "Kata yang dibentuk hurufnya.",
            "text": "Kalimat moto seperti tercetak.",
        },
        "Signatory": {
            "position": "Jabatan.",
            "name": "Nama.",
            "rank": "Pangkat.",
            "nip": "NIP.",
        },
        "Section": {
            "heading": "Judul.",
            "paragraphs": "Alinea.",
            "sections": "Bagian di bawahnya.",
        },
        "Roles": {"language": _LANGUAGE, "roles": "Peran menurut kuncinya."},
        "Role": {
            "title": "Nama peran.",
            "outside": "true: bukan pegawai kecamatan.",
            "aliases": "Nama lain yang tercetak untuk peran ini.",
        },
        "Laws": {"language": _LANGUAGE, "laws": "Peraturan."},
        "Law": {
            "key": _KEY,
            "kind": "Jenis peraturan.",
            "number": "Nomor, dengan tanda kutip.",
            "year": "Tahun.",
            "title": "Judul sesudah «tentang».",
            "gazette": "Lembaran dan tambahan lembaran.",
            "amended_by": "Kunci peraturan pengubah.",
            "replaced_by": "Kunci peraturan pengganti.",
            "sure": _SURE,
            "note": "Catatan.",
        },
        "Exclusions": {"language": _LANGUAGE, "exclusions": "Alasan informasi dikecualikan."},
        "Exclusion": {"key": _KEY, "text": "Bunyinya.", "cite": "Dasarnya.", "sure": _SURE},
        "ComplaintClasses": {"language": _LANGUAGE, "classes": "Kelas pengaduan."},
        "ComplaintClass": {
            "key": _KEY,
            "name": "Nama kelas.",
            "value": "Angka batas waktu.",
            "unit": "Satuannya.",
            "cite": "Dasarnya.",
            "sure": _SURE,
        },
        "CalendarYear": {
            "language": _LANGUAGE,
            "year": "Tahun.",
            "cite": "SKB yang diikuti.",
            "holidays": "Hari libur.",
            "seasons": "Masa dengan jam lain.",
            "notes": "Catatan.",
        },
        "HolidayEntry": {
            "date": "Tanggal.",
            "name": "Nama hari libur.",
            "kind": "national atau cuti-bersama.",
        },
    }
)
"""Class of the language → word as written in YAML → what it means."""
