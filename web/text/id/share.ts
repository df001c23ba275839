/** Taking what is on screen elsewhere. */
export const share = {
  'share.title': 'Bagikan tampilan ini',
  'share.close': 'Tutup',
  'share.copy': 'Salin',
  'share.copied': 'Tersalin',
  'share.link': 'Tautan',
  'share.link.lead': 'Alamat yang membuka peta, lapisan, saringan, dan pilihan yang sama.',
  'share.link.address': 'Alamat tampilan ini',
  'share.story': 'Cerita',
  'share.story.lead': 'Tampilan ini menjadi adegan sebuah cerita untuk ditayangkan.',
} as const
