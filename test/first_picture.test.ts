import { createExpression } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, test } from 'vitest'
import { createFrame, fitBounds, placeLngLat } from '../server/sheet/camera.ts'
import { growing, grownPx } from '../styles/base.ts'
import { fitted } from '../web/embed/first_tiles.ts'
import { FIT } from '../web/embed/fit.ts'

describe('the first picture of a widget', () => {
  test('its lines are as wide as those of the map at every zoom', () => {
    const width = createExpression(growing(2.4), 'line.paint.line-width')
    if (width.result === 'error') throw new Error('`growing` is no expression')
    for (let zoom = 3; zoom <= 18; zoom += 0.25)
      expect(grownPx(2.4, zoom)).toBeCloseTo(width.value.evaluate({ zoom }) as number, 9)
  })

  test('a region stands in it where it stands on the map', () => {
    const box = [110.4, -1.1, 113.3, 1.2] as const
    for (const [widthPx, heightPx] of [
      [800, 448],
      [318, 280],
    ] as const) {
      const { x, y, zoom, worldPx } = fitted(box, widthPx, heightPx)
      const frame = createFrame(widthPx, heightPx, fitBounds(box, widthPx, heightPx, FIT.padding))
      const [left, top] = placeLngLat(frame)(-180, 0)
      expect(zoom).toBeCloseTo(frame.camera.zoom, 9)
      expect(-x).toBeCloseTo(left, 3)
      expect(worldPx / 2 - y).toBeCloseTo(top, 3)
    }
  })

  test('a single point is shown no closer than the map shows it', () => {
    expect(fitted([111, 0, 111, 0], 800, 448).zoom).toBe(FIT.maxZoom)
  })
})
