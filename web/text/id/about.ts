export const about = {
  'about.title': 'Tentang data dan cara menghitung',
  'about.lead':
    'Bentang menunjukkan siapa mengerjakan apa, di mana, dan kapan, serta apa yang belum dikerjakan siapa pun. Halaman ini menerangkan arti setiap angka.',
  'about.tour': 'Kenali layar peta dalam lima langkah',
  'about.verdicts': 'Delapan putusan',
  'about.verdicts.lead':
    'Setiap desa, kecamatan, kabupaten, pulau, atau zona mendapat satu putusan untuk satu tema dan satu periode.',
  'about.verdict.gap': 'Ada target, tetapi belum ada mitra yang aktif.',
  'about.verdict.partial':
    'Ada mitra, tetapi luas yang dilayani kurang dari {share} luas target. Kekurangannya disebut dalam hektare.',
  'about.verdict.met': 'Ada target, dan satu mitra mengerjakannya.',
  'about.verdict.overlap': 'Dua lembaga atau lebih mengerjakan hal yang sama di tempat yang sama.',
  'about.verdict.coordinated':
    'Seperti tumpang tindih, tetapi semuanya terikat oleh satu perjanjian, satu kegiatan bersama, atau satu rencana aksi.',
  'about.verdict.partner_only': 'Ada mitra yang bekerja, tetapi belum ada target perangkat daerah.',
  'about.verdict.no_target':
    'Belum ada target dan belum ada mitra untuk tema ini, sedangkan tema lain sudah dilaporkan.',
  'about.verdict.unreported':
    'Belum ada yang melaporkan apa pun dari tempat ini pada periode itu. Ini bukan nol, melainkan belum diketahui.',
  'about.rules': 'Aturan menghitung',
  'about.active': 'Aktif',
  'about.active.text':
    'Kegiatan yang direncanakan, berjalan, atau selesai, dan masanya bersinggungan dengan periode. Kegiatan yang ditunda atau dibatalkan tidak dihitung.',
  'about.covers': 'Menjangkau',
  'about.covers.text':
    'Kegiatan menjangkau suatu desa bila lokasinya menyebut desa itu atau wilayah di atasnya, titiknya berada di dalamnya, atau luasnya bertemu paling sedikit 1 ha dan 1 % dari yang lebih kecil. Batas yang hanya bersinggungan tidak dihitung.',
  'about.unreported': 'Belum ada laporan',
  'about.unreported.text': 'Digambar berbeda dari nol, dan tidak pernah dijumlahkan sebagai nol.',
  'about.once': 'Dihitung sekali',
  'about.once.text':
    'Kegiatan dengan sepuluh lokasi tetap satu kegiatan. Anggaran dan penerima manfaat tidak dikalikan dengan jumlah lokasi.',
  'about.denominator': 'Penyebut',
  'about.denominator.text':
    'Setiap persentase menyebut dari berapa. Celah, sebagian, dan terpenuhi dihitung dari tempat yang bertarget; putusan lain dari semua tempat.',
  'about.area': 'Luas',
  'about.area.text': 'Dihitung di atas elipsoid WGS 84, dalam hektare.',
  'about.kinds': 'Tiga jenis data',
  'about.kind.sourced': 'Berasal dari sumber yang terbit, dengan tautan, tanggal, dan kata-kata sumbernya.',
  'about.kind.sample':
    'Program rekaan untuk memperlihatkan cara kerja Bentang: {count} catatan. Mitra Contoh bukan lembaga nyata.',
  'about.kind.sampleNone': 'Program rekaan untuk memperlihatkan cara kerja Bentang. Saat ini tidak dipasang.',
  'about.kind.entered': 'Diisi oleh mitra atau perangkat daerah dan diperiksa sekretariat sebelum terbuka untuk umum.',
  'about.glossary': 'Kamus istilah',
  'about.boundaries': 'Batas wilayah',
  'about.boundaries.indicative': 'Batas yang ditampilkan bersifat indikatif dan bukan batas hukum.',
  'about.boundaries.estimated':
    'Batas yang ditampilkan adalah perkiraan dari titik desa dan bukan batas hukum. Untuk batas yang lebih baik jalankan:',
  'about.sources': 'Sumber dan lisensi',
  'about.basemap': 'Sungai dan garis pantai: GSHHG 2.3.7 dan WDBII, P. Wessel dan W. H. F. Smith',
  'about.licences': 'Lisensi perangkat lunak yang dipakai di halaman ini',
  'about.asOf': 'Jawaban dihitung dari jurnal sampai entri {seq}, {date}.',
  'about.close': 'Tutup halaman ini',
} as const
