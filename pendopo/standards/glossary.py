# SPDX-License-Identifier: EUPL-1.2
"""What every word of a service standard means, for people who write one."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_SOURCE = (
    "Asal isi ini: printed (tercetak), inferred (bacaan kami) atau national (aturan nasional)."
)
_NOTE = "Catatan bagi pembaca berkas; tidak dijalankan dan tidak dicetak."
_KEY = "Kunci pendek: huruf kecil, angka dan tanda hubung."
_WHEN = "Hanya berlaku bila isian formulir memenuhi syarat ini; lihat Syarat."

SERVICE_WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "Service": {
            "language": "Versi bahasa berkas ini; sekarang selalu 1.",
            "slug": "Kunci layanan, sama dengan nama berkasnya.",
            "kind": "Jenis layanan; lihat Jenis layanan.",
            "name": "Nama layanan seperti orang menyebutnya.",
            "heading": "Judul layanan seperti tercetak dalam keputusan.",
            "complete": "Apakah ke-14 komponen tercetak; boleh tidak ditulis, karena dihitung.",
            "synonyms": "Kata lain yang dipakai warga untuk mencari layanan ini.",
            "requirements": "Komponen persyaratan.",
            "procedure": "Komponen sistem, mekanisme dan prosedur.",
            "duration": "Komponen jangka waktu pelayanan; tidak ada bila tidak tercetak.",
            "fee": "Komponen biaya/tarif.",
            "product": "Komponen produk pelayanan.",
            "complaint_channels": "Komponen penanganan pengaduan, saran dan masukan.",
            "legal_basis": "Komponen dasar hukum.",
            "facilities": "Komponen sarana, prasarana dan fasilitas.",
            "competence": "Komponen kompetensi pelaksana.",
            "staffing": "Komponen jumlah pelaksana.",
            "internal_supervision": "Komponen pengawasan internal.",
            "service_guarantee": "Komponen jaminan pelayanan.",
            "safety_guarantee": "Komponen jaminan keamanan dan keselamatan pelayanan.",
            "evaluation": "Komponen evaluasi kinerja pelaksana.",
            "groups": "Orang atau benda yang datang berbilang, seperti pasangan atau saksi.",
            "fields": "Isian formulir.",
            "limits": "Tenggat terhadap sebuah tanggal pada formulir.",
            "cautions": "Hal yang harus didengar petugas bila formulir menyebutnya.",
            "papers": "Surat yang keluar dari layanan ini.",
            "ceilings": "Batas waktu menurut hukum, berjalan di samping janji.",
            "intake": "Cara berkas boleh diajukan.",
            "follow_up": "Layanan yang menyusul sesudah suatu akhir.",
            "advice": "Pesan bagi warga, bertanggal dan bersumber.",
            "notes": "Catatan tentang keputusan, misalnya bagian yang saling berbeda.",
        },
        "PrintedText": {
            "text": "Kalimat keputusan, kata demi kata.",
            "source": _SOURCE,
            "note": _NOTE,
        },
        "Requirement": {
            "text": "Baris persyaratan seperti tercetak.",
            "items": "Butir berhuruf di bawah baris itu.",
            "asks": "Yang benar-benar diperiksa petugas; satu baris dapat memuat beberapa.",
            "source": _SOURCE,
        },
        "Ask": {
            "key": _KEY,
            "what": "Apa yang diminta, dalam kata petugas.",
            "due": "Kapan harus ada: saat mengajukan atau saat mengambil.",
            "handling": "Dilihat, disimpan, atau dikembalikan bersama hasil.",
            "copies": "Banyaknya lembar.",
            "size": "Ukuran, misalnya foto 4x6.",
            "each": "Diminta bagi setiap anggota kelompok ini.",
            "when": _WHEN,
            "alternatives": "Pilihan yang setara; salah satu cukup.",
            "if_needed": "Petugas boleh menyatakan tidak perlu untuk berkas ini.",
            "may_follow": "Boleh menyusul saat mengambil, bila diizinkan yang berwenang.",
            "source": f"{_SOURCE} Tanpa kata ini: sama dengan barisnya.",
            "note": _NOTE,
        },
        "Test": {
            "is": "Sama dengan. Nilai tanpa kata berarti sama dengan nilai itu.",
            "is_not": "Tidak sama dengan; tidak terpenuhi bila belum dijawab.",
            "one_of": "Sama dengan salah satu.",
            "below": "Kurang dari.",
            "at_least": "Sama dengan atau lebih dari.",
            "given": "true: sudah dijawab; false: belum dijawab.",
        },
        "Group": {
            "label": "Nama kelompok untuk orang.",
            "members": "Anggota bernama: kunci dan sebutannya.",
            "at_least": "Paling sedikit berapa, bagi kelompok berupa daftar.",
            "at_most": "Paling banyak berapa.",
        },
        "FormField": {
            "key": f"{_KEY} Boleh sama di kelompok yang lain.",
            "label": "Sebutan pada formulir.",
            "type": "Jenis isi; lihat Jenis isian.",
            "group": "Kelompok yang anggotanya masing-masing mengisi ini.",
            "required": "Wajib diisi.",
            "for": "intake: ditanyakan saat mengajukan; letter: hanya bila kantor menulis surat.",
            "by": "applicant: diisi pemohon; office: diisi petugas dan tidak ditanyakan di portal. "
            "Bila pilihannya memuat `portal`, itu yang tertulis untuk permohonan dari portal.",
            "options": "Pilihan bagi isian choice: kunci dan sebutannya.",
            "derive": "Dihitung, tidak ditanyakan; lihat Rumus.",
            "when": _WHEN,
            "readers": "Peran yang boleh membaca; tanpa ini semua petugas berkas.",
            "lasting": "Tentang orang atau tempatnya, bukan keperluan kali ini, sehingga dapat "
            "diisi dari berkas lalu. Tanpa ini: ya untuk nama, NIK, KK, NOP, HP, surel dan desa.",
            "help": "Keterangan di bawah isian.",
            "source": _SOURCE,
            "note": _NOTE,
        },
        "Derive": {
            "years": "Tahun penuh antara dua tanggal, seperti usia.",
            "working_days": "Hari kerja antara dua tanggal menurut kalender kantor.",
            "sum": "Jumlah sebuah isian pada semua anggota kelompoknya.",
        },
        "Span": {
            "from": "Isian tanggal awal, atau filed untuk hari pengajuan.",
            "to": "Isian tanggal akhir, atau filed untuk hari pengajuan.",
        },
        "Limit": {
            "key": _KEY,
            "at": "Langkah yang ditenggati.",
            "before": "Isian tanggal yang menjadi patokan.",
            "value": "Berapa hari sebelum tanggal itu.",
            "unit": "Hari kalender atau hari kerja.",
            "else": "Bila tidak terpenuhi: diberi tahu, minta alasan, atau ditolak.",
            "sense": "at-least: paling lambat sekian hari; less-than: hanya bila kurang dari itu.",
            "say": "Kalimat bagi petugas; tanpa ini disusun sendiri.",
            "source": _SOURCE,
            "cite": "Dasarnya.",
        },
        "Caution": {
            "key": _KEY,
            "at": "Langkah yang mendengarnya.",
            "when": "Syarat pada isian formulir; lihat Syarat.",
            "else": "Diberi tahu, minta alasan, atau ditolak.",
            "say": "Kalimat bagi petugas.",
            "each": "Diperiksa bagi setiap anggota kelompok ini.",
            "source": _SOURCE,
            "cite": "Dasarnya.",
        },
        "Paper": {
            "title": "Judul surat.",
            "form": "Bentuk surat; bila beberapa, petugas memilih saat memeriksa.",
            "wording": "Nama kalimatnya di wordings/, satu untuk setiap bentuk; yang di folder "
            "kantor didahulukan.",
            "book": "Buku yang memberinya nomor.",
            "product": "Inilah hasil layanan yang diserahkan kepada pemohon.",
            "classification": "Kode klasifikasi arsip pada nomornya; tanpa kata ini, kode bukunya.",
            "copies_to": "Tembusan.",
            "source": _SOURCE,
            "note": _NOTE,
        },
        "Procedure": {
            "text": "Keterangan bernomor seperti tercetak.",
            "chart": "Bagan seperti tercetak.",
            "steps": "Langkah yang dijalankan; yang pertama adalah pengajuan.",
        },
        "Chart": {
            "nodes": "Kotak bagan: huruf dan tulisannya.",
            "arrows": "Panah bagan.",
            "note": _NOTE,
        },
        "ChartArrow": {
            "from": "Huruf kotak asal.",
            "to": "Huruf kotak tujuan.",
            "label": "Tulisan pada panah.",
        },
        "Step": {
            "says": "Nomor keterangan tercetak yang dikerjakan langkah ini.",
            "by": "Peran yang melakukannya; forwarded untuk penerima terusan.",
            "do": "Kata kerja; lihat Kata kerja.",
            "title": "Sebutan langkah, bila kata kerjanya saja kurang jelas.",
            "next": "Langkah berikutnya, bila hanya satu jalan.",
            "outcomes": "Hasil dan tujuannya, bila bercabang.",
            "ends": "Akhir perkara, bila langkah ini yang terakhir.",
            "papers": "Surat yang dikerjakan.",
            "book": "Buku yang dicatat.",
            "via": "Peran kantor yang boleh mencatatkan bagi yang bersangkutan.",
            "to": "Kepada siapa diteruskan.",
            "facts": "Fakta ya/tidak yang ditanyakan saat memeriksa.",
            "table": "Tabel keputusan: setiap gabungan fakta dan hasilnya.",
            "elsewhere": "Dikerjakan di sistem lain.",
            "minutes": "Menit yang direncanakan.",
            "cost": "Biaya kantor untuk langkah ini, rupiah.",
            "source": _SOURCE,
            "note": _NOTE,
        },
        "Forward": {"one_of": "Peran yang boleh dipilih sebagai penerima."},
        "Cell": {
            "when": "Fakta dan jawabannya.",
            "outcome": "Hasil langkah.",
            "say": "Apa yang harus dibetulkan pemohon.",
            "source": _SOURCE,
        },
        "Elsewhere": {
            "system": "Nama sistem, misalnya siak.",
            "reference": "Nomor di sana wajib atau tidak.",
        },
        "Duration": {
            "text": "Janji waktu seperti tercetak.",
            "value": "Angkanya.",
            "unit": "Satuannya; lihat Satuan waktu.",
            "condition": "Syarat janji seperti tercetak.",
            "starts": "Saat waktu mulai: langkah, atau langkah/hasil; yang pertama berlaku.",
            "stops": "Saat waktu berhenti: langkah, atau langkah/hasil.",
            "pauses": "Kapan waktu berhenti sementara.",
            "source": "Asal tiap bagian; tanpa ini bacaan kami.",
            "note": _NOTE,
        },
        "DurationSource": {
            "starts": "Asal saat mulai.",
            "stops": "Asal saat berhenti.",
            "pauses": "Asal jeda.",
        },
        "Absence": {
            "while": "Keadaannya; sekarang selalu absent (tidak di tempat).",
            "who": "Peran yang tidak di tempat.",
        },
        "Fee": {
            "text": "Biaya seperti tercetak.",
            "amount": "Rupiah; null bila ditetapkan pihak lain.",
            "source": _SOURCE,
            "note": _NOTE,
        },
        "Product": {"text": "Produk seperti tercetak.", "source": _SOURCE},
        "ComplaintChannel": {
            "kind": "Jenis saluran; lihat Saluran.",
            "value": "Alamat, nomor atau nama akunnya.",
            "label": "Tulisan di depannya seperti tercetak.",
            "source": _SOURCE,
        },
        "Competence": {
            "role": "Pelaksana seperti tercetak; null bila tidak disebut.",
            "items": "Yang harus dikuasai.",
        },
        "Staffing": {
            "text": "Seluruh isi kolom seperti tercetak.",
            "total": "Jumlah orang yang tercetak.",
            "roles": "Rinciannya.",
            "note": _NOTE,
        },
        "StaffRole": {
            "role": "Sebutan seperti tercetak.",
            "count": "Banyaknya orang.",
            "key": "Peran pada national/roles.yaml.",
        },
        "Ceiling": {
            "key": _KEY,
            "name": "Nama batas.",
            "value": "Angkanya.",
            "unit": "Satuannya.",
            "cite": "Dasarnya.",
        },
        "SelectedCeilings": {
            "select": "Isian pilihan yang menentukan kelasnya.",
            "from": "Daftar nasional asal kelas.",
        },
        "Intake": {
            "anonymous": "Boleh tanpa nama.",
            "confidential": "Boleh minta dirahasiakan.",
        },
        "FollowUp": {
            "after": "Akhir yang diikuti.",
            "service": "Layanan yang menyusul.",
            "text": "Kalimat bagi pemohon.",
        },
        "Advice": {
            "text": "Pesan.",
            "since": "Sejak kapan diketahui.",
            "cite": "Sumbernya.",
        },
    }
)
"""Class of the language → word as written in YAML → what it means."""
