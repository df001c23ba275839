/** `middle` is the place halfway along a text that runs across the page. */
export type PdfLine = { readonly text: string; readonly middle: number; readonly y: number }

type Settled<T> = { promise: Promise<T>; resolve: (value: T) => void; reject: (reason: unknown) => void }

// The reader of PDF files asks for what Node 20 has not yet.
if (!('withResolvers' in Promise))
  Object.assign(Promise, {
    withResolvers: <T>(): Settled<T> => {
      const settled = {} as Settled<T>
      settled.promise = new Promise<T>((resolve, reject) => Object.assign(settled, { resolve, reject }))
      return settled
    },
  })

/** What another program reads in a PDF: the texts of a page with their places in points, its size, the number of pages. */
export const readPdf = async (bytes: Uint8Array, pageNumber = 1) => {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const document = await getDocument({ data: bytes, useSystemFonts: false, verbosity: 0 }).promise
  const page = await document.getPage(pageNumber)
  const { items } = await page.getTextContent()
  const lines = items.flatMap((item): PdfLine[] =>
    'str' in item && item.str.trim() !== ''
      ? [{ text: item.str, middle: item.transform[4] + item.width / 2, y: item.transform[5] }]
      : [],
  )
  const [, , widthPt = 0, heightPt = 0] = page.view
  return { lines, text: lines.map(({ text }) => text).join('\n'), widthPt, heightPt, pages: document.numPages }
}
