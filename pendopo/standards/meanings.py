# SPDX-License-Identifier: EUPL-1.2
"""What verbs, values and kinds of words mean, for people who write standards."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from pendopo.domain.vocabulary import (
    Due,
    End,
    FieldType,
    Handling,
    Kind,
    Otherwise,
    PaperForm,
    Source,
    Verb,
)
from pendopo.standards.book_glossary import BOOK_TITLES, BOOK_VALUES, BOOK_WORDS
from pendopo.standards.glossary import SERVICE_WORDS
from pendopo.standards.office_glossary import OFFICE_WORDS
from pendopo.standards.wording_glossary import WORDING_WORDS

VERBS: Mapping[Verb, tuple[str, str]] = MappingProxyType(
    {
        Verb.SUBMIT: (
            "mengajukan",
            "Berkas diajukan dengan isian dan syaratnya; selalu yang pertama.",
        ),
        Verb.RECEIVE: ("menerima", "Berkas diterima di loket; boleh dicatat di buku agenda."),
        Verb.VERIFY: (
            "memeriksa",
            "Setiap syarat dinilai: ada, asli ditunjukkan, menyusul (diizinkan siapa), kurang, "
            "salah dengan alasannya. Hasilnya dihitung, dan semua kekurangan disebut sekaligus.",
        ),
        Verb.ASSESS: ("menimbang", "Satu hasil dipilih, dengan alasan."),
        Verb.DRAFT: ("membuat konsep", "Surat disusun sebagai konsep bertanda DRAF."),
        Verb.INITIAL: ("memaraf", "Pejabat memaraf naskah, atau mengembalikannya dengan alasan."),
        Verb.SIGN: (
            "menandatangani",
            "Ditandatangani dalam kapasitas yang disebut, basah atau elektronik; atau dikembalikan "
            "dengan alasan. Tanda tangan basah boleh dicatat loket.",
        ),
        Verb.REGISTER: ("meregister", "Surat mendapat nomor urut dan baris di bukunya."),
        Verb.STAMP: ("menyetempel", "Surat dibubuhi stempel."),
        Verb.HAND_OVER: (
            "menyerahkan",
            "Dicatat siapa yang mengambil; tidak boleh ada syarat yang masih menyusul.",
        ),
        Verb.FORWARD: ("meneruskan", "Berkas diteruskan kepada satu peran yang dipilih."),
        Verb.DISPOSE: ("mendisposisi", "Pimpinan menugaskan berkas dengan pesan."),
        Verb.CONSULT: ("berkonsultasi", "Pembicaraan dan hasilnya dicatat."),
        Verb.SCHEDULE: ("menjadwalkan", "Tanggal, jam dan tempat ditetapkan."),
        Verb.PERFORM: ("melaksanakan", "Pekerjaan dilakukan, di sini atau di sistem lain."),
        Verb.PAY: ("membayar", "Pembayaran dicatat: jumlah, cara dan buktinya."),
        Verb.PRINT: ("mencetak", "Sesuatu dicetak, di sini atau di sistem lain."),
        Verb.ANSWER: ("menjawab", "Jawaban disampaikan kepada pemohon lewat saluran yang disebut."),
        Verb.ARCHIVE: ("mengarsipkan", "Berkas diarsipkan, dengan rencana tindak lanjut bila ada."),
    }
)
"""Verb → what people call it, and what it owes."""

VALUES: Mapping[type[StrEnum], tuple[str, Mapping[StrEnum, str]]] = MappingProxyType(
    {
        Source: (
            "Asal",
            {
                Source.PRINTED: "tercetak dalam keputusan",
                Source.INFERRED: "bacaan kami; tidak tercetak",
                Source.NATIONAL: "aturan nasional",
            },
        ),
        Kind: (
            "Jenis layanan",
            {
                Kind.LETTER: "surat",
                Kind.PAYMENT: "pembayaran",
                Kind.EVENT: "kegiatan",
                Kind.CONSULTATION: "konsultasi",
                Kind.INFORMATION: "permintaan informasi",
                Kind.COMPLAINT: "pengaduan",
                Kind.CARD: "kartu atau dokumen kependudukan",
                Kind.ACTIVATION: "aktivasi",
            },
        ),
        End: (
            "Akhir",
            {
                End.HANDED_OVER: "hasil diserahkan kepada pemohon",
                End.DONE: "selesai tanpa penyerahan surat",
                End.REFUSED: "ditolak dengan alasan",
                End.REDIRECTED: "dialihkan kepada yang berwenang",
                End.WITHDRAWN: "ditarik pemohon; dengan perintah, bukan langkah",
                End.EXPIRED: "ditutup karena tidak diurus; dengan perintah, bukan langkah",
            },
        ),
        FieldType: (
            "Jenis isian",
            {
                FieldType.NAME: "nama orang",
                FieldType.TEXT: "teks satu baris",
                FieldType.LONG_TEXT: "teks beberapa baris",
                FieldType.DATE: "tanggal",
                FieldType.TIME: "jam",
                FieldType.INTEGER: "bilangan bulat",
                FieldType.MONEY: "jumlah rupiah",
                FieldType.NIK: "NIK; disandi",
                FieldType.KK: "nomor Kartu Keluarga; disandi",
                FieldType.NOP: "nomor objek pajak",
                FieldType.PHONE: "nomor telepon; disandi",
                FieldType.EMAIL: "surel; disandi",
                FieldType.VILLAGE: "desa atau kelurahan di kecamatan ini",
                FieldType.CHOICE: "satu dari options",
                FieldType.YES_NO: "ya atau tidak",
            },
        ),
        PaperForm: (
            "Bentuk surat",
            {
                PaperForm.COUNTERSIGN: "surat desa atau pemohon yang ikut ditandatangani",
                PaperForm.LETTER: "surat yang ditulis kantor",
                PaperForm.TRANSMITTAL: "surat pengantar berkas yang ditulis kantor",
                PaperForm.MINUTES: "berita acara yang ditulis kantor",
                PaperForm.EXTERNAL: "dokumen dari sistem lain",
                PaperForm.NONE: "tidak ada surat",
            },
        ),
        Due: ("Saat syarat", {Due.INTAKE: "saat mengajukan", Due.PICKUP: "saat mengambil"}),
        Handling: (
            "Perlakuan syarat",
            {
                Handling.SEEN: "dilihat, lalu dikembalikan",
                Handling.KEEP: "disimpan di berkas",
                Handling.RETURN: "dikembalikan bersama hasil",
            },
        ),
        Otherwise: (
            "Bila tidak terpenuhi",
            {
                Otherwise.ADVISE: "diberi tahu saja",
                Otherwise.REASON: "boleh terus dengan alasan",
                Otherwise.REFUSE: "ditolak",
            },
        ),
        **BOOK_VALUES,
    }
)
"""Enum of the language → its heading, and what each value means."""

UNITS: Mapping[str, str] = MappingProxyType(
    {
        "minute": "menit buka",
        "hour": "jam buka",
        "day": "hari; kerja atau kalender menurut kebijakan kantor",
        "working-day": "hari kerja",
    }
)

CHANNELS: Mapping[str, str] = MappingProxyType(
    {
        "address": "alamat",
        "phone": "telepon",
        "whatsapp": "WhatsApp",
        "email": "surel",
        "website": "situs web",
        "lapor": "SP4N-LAPOR!",
        "instagram": "Instagram",
        "box": "kotak saran atau pengaduan",
        "officer": "petugas pengaduan",
    }
)

WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {**SERVICE_WORDS, **WORDING_WORDS, **OFFICE_WORDS, **BOOK_WORDS}
)

TITLES: Mapping[str, str] = MappingProxyType(
    {
        "Service": "Berkas layanan",
        "PrintedText": "Baris komponen",
        "Requirement": "Persyaratan (requirements)",
        "Ask": "Yang diperiksa (asks)",
        "Test": "Syarat (when)",
        "Group": "Kelompok (groups)",
        "FormField": "Isian (fields)",
        "Derive": "Rumus (derive)",
        "Span": "Rentang tanggal",
        "Limit": "Tenggat (limits)",
        "Caution": "Peringatan (cautions)",
        "Paper": "Surat (papers)",
        "Wording": "Berkas kalimat surat (wordings/NAMA.yaml)",
        "SentRow": "Baris surat pengantar (rows)",
        "LabelledLine": "Baris tanda tangan bersama (lines)",
        "Cosigner": "Penanda tangan lain (parties, knowing)",
        "Procedure": "Prosedur (procedure)",
        "Chart": "Bagan (chart)",
        "ChartArrow": "Panah bagan (arrows)",
        "Step": "Langkah (steps)",
        "Forward": "Penerima (to)",
        "Cell": "Sel tabel keputusan (table)",
        "Elsewhere": "Sistem lain (elsewhere)",
        "Duration": "Jangka waktu (duration)",
        "DurationSource": "Asal jangka waktu",
        "Absence": "Jeda (pauses)",
        "Fee": "Biaya (fee)",
        "Product": "Produk (product)",
        "ComplaintChannel": "Saluran pengaduan (complaint_channels, contacts)",
        "Competence": "Kompetensi (competence)",
        "Staffing": "Jumlah pelaksana (staffing)",
        "StaffRole": "Rincian pelaksana (roles)",
        "Ceiling": "Batas hukum (ceilings)",
        "SelectedCeilings": "Batas hukum menurut kelas",
        "Intake": "Cara mengajukan (intake)",
        "FollowUp": "Layanan lanjutan (follow_up)",
        "Advice": "Pesan bagi warga (advice)",
        "Office": "Berkas kantor (office.yaml)",
        "Village": "Desa dan kelurahan (villages)",
        "Position": "Jabatan (positions)",
        "Signing": "Matriks tanda tangan (signing)",
        "OpenSpan": "Rentang jam",
        "Hours": "Jam buka (hours)",
        "Season": "Masa (seasons)",
        "Policy": "Kebijakan (policy)",
        "Stationery": "Kertas surat (stationery)",
        "Margins": "Tepi kertas (margins)",
        "Letterhead": "Kop (letterhead)",
        "Place": "Tempat cetak tindih (overprint)",
        "Label": "Label tempel (label)",
        "Officer": "Pejabat contoh (demo_officers)",
        "Decree": "Berkas keputusan (decree.yaml)",
        "Dictum": "Diktum (dictums)",
        "Principle": "Asas (principles)",
        "Motto": "Moto (motto)",
        "Signatory": "Penanda tangan (signatory)",
        "Section": "Bagian (body, sections)",
        "Roles": "Berkas peran (national/roles.yaml)",
        "Role": "Peran",
        "Laws": "Berkas peraturan (national/laws.yaml)",
        "Law": "Peraturan",
        "Exclusions": "Berkas pengecualian (national/exclusions.yaml)",
        "Exclusion": "Pengecualian",
        "ComplaintClasses": "Berkas kelas pengaduan (national/complaint-classes.yaml)",
        "ComplaintClass": "Kelas pengaduan",
        "CalendarYear": "Berkas kalender (national/calendar/TAHUN.yaml)",
        "HolidayEntry": "Hari libur (holidays)",
        **BOOK_TITLES,
    }
)
"""Class of the language → its heading."""
