import { useState } from 'react'
import { type Answer, type App, type Applicant, ShimingProblem } from 'shiming-client'
import { Button } from '../../shared/controls/button.tsx'
import { RadioCards } from '../../shared/controls/choices.tsx'
import { Banner } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Link, Page, type PageTold } from '../../shared/router/page.tsx'
import { router } from '../../shared/router/router.ts'
import { mine } from '../../shared/service.ts'
import { failureText, isProblem } from '../../shared/state/failure.ts'
import { Read } from '../../shared/state/read.tsx'
import { useResource } from '../../shared/state/use-resource.ts'
import { GonePage } from '../apps/gone-page.tsx'
import { applicantName } from './applicants/applicant-name.tsx'
import { applicantTexts } from './applicants/texts.ts'
import { beginTexts } from './begin-texts.ts'
import { certificationTexts } from './texts.ts'

const ME = 'me'

type Begun = {
  app: App
  applicants: readonly Applicant[]
  /** What certifying for oneself takes, and whether the account has it. */
  needed: Answer<'GET /v1/account/level'>['features'][number] | undefined
}

const find = async (id: string, signal: AbortSignal): Promise<Begun> => {
  const [app, { applicants }, { features }] = await Promise.all([
    mine().apps.get(id, { signal }),
    mine().applicants.list({ signal }),
    mine().account.level({ signal }),
  ])
  return { app, applicants, needed: features.find(({ feature }) => feature === 'certify_app') }
}

/** Whom it is for: what is kept of them, or the holder of the account, who is kept now unless an attempt before has. */
const applicantFor = async (chosen: string): Promise<string> => {
  if (chosen !== ME) return chosen
  const { applicants } = await mine().applicants.list()
  const kept = applicants.find(({ kind }) => kind === 'individual')
  return (kept ?? (await mine().applicants.keep({ kind: 'individual' }))).id
}

const BeginForm = ({ app, applicants, needed }: Begun) => {
  const language = useLanguage()
  const texts = useTexts(beginTexts)
  const { toApplicants } = useTexts(certificationTexts)
  const words = useTexts(applicantTexts)
  const organisations = applicants.filter(({ kind }) => kind !== 'individual')
  const [chosen, setChosen] = useState(ME)
  const [failed, setFailed] = useState<string>()
  const begin = async (): Promise<void> => {
    setFailed(undefined)
    try {
      const applicant = await applicantFor(chosen)
      const { id } = await mine().applications.create({ app: app.id, applicant })
      router().go(`/developer/applications/${id}`)
    } catch (error) {
      if (error instanceof ShimingProblem && error.is('application_open'))
        return router().go(`/developer/applications/${error.extra.applicationId}`)
      setFailed(failureText(error, language))
    }
  }
  return (
    <section className="card stack">
      <RadioCards
        id="whose"
        label={texts.whose}
        chosen={chosen}
        onChoose={setChosen}
        options={[
          { value: ME, name: texts.me, more: <span className="quiet">{texts.meMore}</span> },
          ...organisations.map((one) => ({
            value: one.id,
            name: applicantName(one, words),
            more: <span className="quiet">{`${words[one.kind]} · ${words[`is_${one.status}`]}`}</span>,
          })),
        ]}
      />
      {chosen === ME && needed && !needed.enough && (
        <Banner tone="warn">
          <p>{texts.levelLacks(needed.neededLevel)}</p>
          <Link to={`/level?app=${app.id}`} className="standing">
            {texts.toLevel}
          </Link>
        </Banner>
      )}
      <Link to={`/developer/applicants?app=${app.id}`} className="standing">
        {toApplicants}
      </Link>
      <p className="quiet">{texts.beginMore}</p>
      {failed !== undefined && (
        <Banner tone="warn">
          <p role="alert">{failed}</p>
        </Banner>
      )}
      <Button kind="main" wide onPress={begin}>
        {texts.begin}
      </Button>
    </section>
  )
}

const Found = (found: Begun) => {
  const texts = useTexts(beginTexts)
  const { open } = useTexts(certificationTexts)
  const { app } = found
  if (app.openApplication !== null)
    return (
      <Link to={`/developer/applications/${app.openApplication}`} className="button button-main button-wide">
        {open}
      </Link>
    )
  return (
    <>
      {app.certifiedName !== null && <Banner>{texts.alreadyCertified}</Banner>}
      <BeginForm {...found} />
    </>
  )
}

/** W2 somebody begins to apply for the certification of an app: for whom, and then a draft that costs nothing. */
export const BeginPage = ({ params }: PageTold) => {
  const texts = useTexts(beginTexts)
  const { toApp } = useTexts(certificationTexts)
  const id = params.id ?? ''
  const found = useResource(`certification of ${id}`, (signal) => find(id, signal))
  const { known } = found
  if (known.is === 'failed' && isProblem(known.error, 'not_found')) return <GonePage />
  return (
    <Page title={texts.beginTitle} lead={known.is === 'ok' ? texts.beginLead(known.value.app.name) : undefined}>
      <div className="stack below">
        <Read of={found}>{(value) => <Found {...value} />}</Read>
        <Link to={`/developer/apps/${id}`} className="standing">
          {toApp}
        </Link>
      </div>
    </Page>
  )
}
