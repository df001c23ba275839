let known: boolean | undefined

/** Whether the device has WebGL2, which everything that is drawn here needs. */
export const canDraw = (): boolean => {
  known ??= document.createElement('canvas').getContext('webgl2') !== null
  return known
}
