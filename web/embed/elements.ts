type Attributes = { readonly [name: string]: string | number | boolean | undefined }
type Child = Node | string | null

/** An element with its attributes and children; words go in as text and are never read as markup. */
export const element = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] => {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : `${value}`)
  made.append(...children.filter((child) => child !== null))
  return made
}

const SVG = 'http://www.w3.org/2000/svg'

/** A picture of strokes on a square field; it says nothing of its own. */
export const icon = (className: string, sizeUnits: number, ...paths: readonly string[]): SVGSVGElement => {
  const picture = document.createElementNS(SVG, 'svg')
  picture.setAttribute('viewBox', `0 0 ${sizeUnits} ${sizeUnits}`)
  picture.setAttribute('class', className)
  picture.setAttribute('aria-hidden', 'true')
  for (const path of paths) {
    const drawn = document.createElementNS(SVG, 'path')
    drawn.setAttribute('d', path)
    picture.append(drawn)
  }
  return picture
}

export const button = (
  label: string,
  press: () => void,
  attributes: Attributes = {},
  ...children: readonly Child[]
) => {
  const made = element('button', { type: 'button', 'aria-label': label, title: label, ...attributes }, ...children)
  made.addEventListener('click', press)
  return made
}
