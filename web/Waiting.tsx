import type { ScreenPalette } from './palette.ts'
import { Answer } from './panel/Answer.tsx'
import { Legend } from './panel/Legend.tsx'
import { useCoverage } from './queries.ts'
import { useText } from './text/useText.ts'
import { Invitation, Samples } from './tour/Invitation.tsx'
import { changeView, useLayout } from './useView.ts'
import type { View } from './view.ts'

type Props = { readonly view: View; readonly palette: ScreenPalette; readonly onTour: () => void }

const nothing = () => undefined

/** The frame while the regions are on their way; the verdicts are already being asked for. */
export const Waiting = ({ view, palette, onTour }: Props) => {
  const { say } = useText()
  const layout = useLayout()
  const { data: coverage } = useCoverage(view)
  return (
    <main className="explore" data-layout={layout} aria-busy="true">
      {layout === 'desk' && (
        <section className="panel" aria-label={say('panel.name')}>
          <p className="question question-waiting" role="status">
            {say('shell.loading')}
          </p>
          <Answer view={view} coverage={coverage} palette={palette} />
          <Invitation onTour={onTour} />
          <Samples changeView={changeView} />
          <Legend
            view={view}
            coverage={coverage}
            palette={palette}
            changeView={changeView}
            levels={[view.level]}
            onPoint={nothing}
          />
        </section>
      )}
      {layout === 'tablet' && <div className="rail" />}
      <div className="stage stage-waiting" />
    </main>
  )
}
