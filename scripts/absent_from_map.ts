/** Stands in a build for parts of the map library that our maps never reach. */
function absent(): never {
  throw new Error('This part of the map library is left out of this build.')
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
