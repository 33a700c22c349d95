import { Banner } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { Time } from '../../shared/shown/time.tsx'
import { stepUpTexts } from './step-up-texts.ts'

/** A change waits for a person, until then; `review`: the case, for whoever asked for it. */
export const StepWaits = ({ until, review }: { until: string; review: string | null }) => {
  const texts = useTexts(stepUpTexts)
  return (
    <Banner tone="warn">
      <p>
        {texts.waits} <Time at={until} />
      </p>
      {review !== null && (
        <Link to={`/cases/${review}`} className="standing">
          {texts.toCase}
        </Link>
      )}
    </Banner>
  )
}
