/** The brand: three lines of a landscape, ridge, hills and water, in a gold square. */
export const Mark = () => (
  <svg className="mark" viewBox="0 0 28 28" aria-hidden="true">
    <rect width="28" height="28" rx="6" />
    <path d="M4 11.5l5-4 4.5 3 5-5 5.5 4.5" />
    <path d="M4 16.5c4-3.5 6.5-3.5 10-.5s6.5 2.5 10-.5" />
    <path d="M4 21.5c4-3 6.5-3 10 0s6.5 2.5 10-.5" />
  </svg>
)
