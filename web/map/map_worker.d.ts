declare module 'virtual:map-worker' {
  /** Where the worker of the map is; the build of widgets knows. */
  const address: string
  export default address
}
