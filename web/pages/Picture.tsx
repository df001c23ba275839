/** A drawing that came as SVG text, shown as an image: nothing inside it can run. */
export const Picture = ({ svg, words }: { readonly svg: string; readonly words: string }) => (
  <img className="qr" src={`data:image/svg+xml,${encodeURIComponent(svg)}`} alt={words} width={220} height={220} />
)
