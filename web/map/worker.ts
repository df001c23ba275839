import workerUrl from 'virtual:map-worker'
import { prewarm, setWorkerUrl } from 'maplibre-gl'

setWorkerUrl(workerUrl)
// The worker loads while the page is still busy with its first frame.
prewarm()
