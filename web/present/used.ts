/** 754 s -> `12:34` */
export const usedText = (seconds: number): string => {
  const two = (value: number) => `${value}`.padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  return `${hours > 0 ? `${hours}:` : ''}${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}
