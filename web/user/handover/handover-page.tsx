import { useEffect, useState } from 'react'
import type { Answer } from 'shiming-client'
import { Banner } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Link, Page, usePlace } from '../../shared/router/page.tsx'
import { router } from '../../shared/router/router.ts'
import { mine } from '../../shared/service.ts'
import { Time } from '../../shared/shown/time.tsx'
import { failureText, isProblem } from '../../shared/state/failure.ts'
import { Read } from '../../shared/state/read.tsx'
import { useResource } from '../../shared/state/use-resource.ts'
import { StepUp } from '../apps/step-up.tsx'
import { appTexts } from '../apps/texts.ts'
import { bringCode, forgetCode } from './code.ts'
import { handoverTexts } from './texts.ts'

type Seen = Answer<'POST /v1/app-handovers/looks'>

/** Nothing to take on: no link, one that is over, or one's own. */
const Over = ({ error }: { error?: unknown }) => {
  const language = useLanguage()
  const texts = useTexts(handoverTexts)
  useEffect(forgetCode, [])
  return (
    <Page title={isProblem(error, 'handover_own') ? texts.ownTitle : texts.overTitle} over>
      <div className="card stack below">
        <p role="alert">{error === undefined ? texts.none : failureText(error, language)}</p>
        <Link to="/developer" className="button button-wide">
          {texts.toApps}
        </Link>
      </div>
    </Page>
  )
}

const AppFacts = ({ of: { app, until } }: { of: Seen }) => {
  const texts = useTexts(handoverTexts)
  const kinds = useTexts(appTexts)
  const facts: readonly (readonly [string, string | null])[] = [
    [texts.kind, kinds[app.kind]],
    [texts.certified, app.certifiedName],
    [texts.description, app.description],
  ]
  return (
    <dl className="facts">
      {facts.map(
        ([name, value]) =>
          value !== null && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
      <div>
        <dt>{texts.until}</dt>
        <dd>
          <Time at={until} />
        </dd>
      </div>
    </dl>
  )
}

const find = async (code: string, signal: AbortSignal) => {
  return { seen: await mine().apps.lookAtHandover(code, { signal }) }
}

const Taking = ({ code }: { code: string }) => {
  const texts = useTexts(handoverTexts)
  const found = useResource(`handover ${code}`, (signal) => find(code, signal))
  const { known } = found
  if (known.is === 'failed' && (isProblem(known.error, 'handover_over') || isProblem(known.error, 'handover_own')))
    return <Over error={known.error} />
  return (
    <Page title={texts.takeTitle} lead={texts.takeLead}>
      <div className="stack below">
        <Read of={found}>
          {({ seen }) => (
            <section className="card stack">
              <h2>{seen.app.name}</h2>
              <AppFacts of={seen} />
              {seen.app.certifiedName !== null && <p>{texts.certifiedMore}</p>}
              <Banner tone="warn">{texts.warning}</Banner>
              <StepUp
                prefix="take-"
                asked={{ step: 'takeover', code }}
                label={texts.take}
                send={async (proof) => {
                  const taken = await mine().apps.take({ code, ...proof })
                  forgetCode()
                  const page = 'review' in taken ? `/cases/${taken.review}` : `/developer/apps/${taken.id}`
                  router().go(page, { replace: true })
                }}
              />
            </section>
          )}
        </Read>
        <Link to="/developer" className="standing">
          {texts.leave}
        </Link>
      </div>
    </Page>
  )
}

/** W8 whoever opens the link of a handover sees which app it is, and takes it on with what shows that it is them. */
export const HandoverPage = () => {
  const { moves } = usePlace()
  const [code, setCode] = useState(bringCode)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another link may be opened on this very page.
  useEffect(() => setCode(bringCode()), [moves])
  // The same link may be opened once more, after it was approved.
  return code === undefined ? <Over /> : <Taking key={`${moves} ${code}`} code={code} />
}
