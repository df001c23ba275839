/** Does something once the next frame is on its way to the screen; gives what calls it off. */
export const afterFrame = (doing: () => void): (() => void) => {
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = doing
  const frame = requestAnimationFrame(() => port2.postMessage(null))
  return () => {
    cancelAnimationFrame(frame)
    port1.close()
  }
}
