export const shortcuts = {
  'shortcuts.title': 'Pintasan papan ketik',
  'shortcuts.search': 'Buka pencarian',
  'shortcuts.close': 'Tutup rincian atau jendela',
  'shortcuts.arrows': 'Geser peta, atau pindah baris di tabel',
  'shortcuts.zoom': 'Perbesar atau perkecil peta',
  'shortcuts.draw': 'Gambar wilayah untuk laporan',
  'shortcuts.drawing': 'Saat menggambar: selesai, urungkan titik, batal',
  'shortcuts.tab': 'Pindah ke bagian berikutnya',
  'shortcuts.help': 'Tampilkan pintasan ini',
} as const
