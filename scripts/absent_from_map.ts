/** Stands in the build of widgets for parts of the map library that they never reach. */
function absent(): never {
  throw new Error('This part of the map library is left out of widgets.')
}

export {
  absent as createGlobeTransform,
  absent as createVerticalPerspectiveTransform,
  absent as decodeTile,
  absent as GlobeCameraHelper,
  absent as GlobeProjection,
  absent as VerticalPerspectiveCameraHelper,
  absent as VerticalPerspectiveProjection,
}
export const GEOMETRY_TYPE = {}
