import type { Map as MapLibreMap } from 'maplibre-gl'
import type { Language } from '../../data/model/words.ts'
import { GLIDE_MS } from './camera.ts'
import { useCameraKey } from './Frame.tsx'
import { MAP_TEXT } from './text.ts'

type ControlsProps = {
  readonly map: MapLibreMap
  readonly language: Language
  readonly regionName: string
  readonly onFit: () => void
}

/** Zoom, north and the whole region, as the sheet's own furniture. */
export const Controls = ({ map, language, regionName, onFit }: ControlsProps) => {
  useCameraKey(map)
  const text = MAP_TEXT[language]
  const bearing = Math.round(map.getBearing())
  return (
    <div className="map-controls">
      <div className="map-control-group">
        <button
          type="button"
          title={text.zoomIn}
          aria-label={text.zoomIn}
          onClick={() => map.zoomIn({ duration: 250 })}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M8 3v10M3 8h10" />
          </svg>
        </button>
        <button
          type="button"
          title={text.zoomOut}
          aria-label={text.zoomOut}
          onClick={() => map.zoomOut({ duration: 250 })}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M3 8h10" />
          </svg>
        </button>
      </div>
      <div className="map-control-group">
        <button
          type="button"
          className="map-north"
          title={text.north(bearing)}
          aria-label={text.north(bearing)}
          onClick={() => map.easeTo({ bearing: 0, duration: GLIDE_MS })}
        >
          <svg viewBox="0 0 16 22" aria-hidden="true" style={{ transform: `rotate(${-bearing}deg)` }}>
            <path className="map-needle-dark" d="M8 1 3 20l5-3.6z" />
            <path className="map-needle-light" d="m8 1 5 19-5-3.6z" />
          </svg>
          <span aria-hidden="true">{text.northLetter}</span>
        </button>
      </div>
      <div className="map-control-group">
        <button type="button" title={text.fit(regionName)} aria-label={text.fit(regionName)} onClick={onFit}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10" />
            <path d="m5.6 9 1.6-3.2 2 .8 1.2 2.2-1.8 1.8z" />
          </svg>
        </button>
      </div>
    </div>
  )
}
