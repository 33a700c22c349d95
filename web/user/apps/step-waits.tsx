import type { App } from 'shiming-client'
import { Banner } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { Time } from '../../shared/shown/time.tsx'
import { stepUpTexts } from './step-up-texts.ts'

type Change = NonNullable<App['change']>

/** A change waits for a person: what changes then, and until when; with the way to its case for whoever asked for it. */
export const StepWaits = ({ of: { kind, name, until, review } }: { of: Change }) => {
  const texts = useTexts(stepUpTexts)
  const said = kind === 'rename' ? texts.renameWaits(name ?? '') : texts[kind]
  return (
    <Banner tone="warn">
      <p>{said}</p>
      <p>
        {texts.waitsUntil} <Time at={until} />
        {texts.waitsEnd}
      </p>
      {review !== null && (
        <Link to={`/cases/${review}`} className="standing">
          {texts.toCase}
        </Link>
      )}
    </Banner>
  )
}
