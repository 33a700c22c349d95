import { Banner } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { Link, Page, type PageTold } from '../../shared/router/page.tsx'
import { mine } from '../../shared/service.ts'
import { isProblem } from '../../shared/state/failure.ts'
import { Read } from '../../shared/state/read.tsx'
import { useResource } from '../../shared/state/use-resource.ts'
import { BackToStep } from '../apps/back-to-step.tsx'
import { BackToApplication } from '../certification/confirming/back-to-application.tsx'
import { isOpen } from './check.ts'
import { EndedCard } from './ended-card.tsx'
import { OpenCard } from './open-card.tsx'
import { faceTexts } from './texts.ts'

/** On a phone that scanned a code nobody need be signed in: the result is where one began. */
const Elsewhere = ({ id }: { id: string }) => {
  const texts = useTexts(faceTexts)
  return (
    <section className="card stack">
      <h2>{texts.elsewhere}</h2>
      <p>{texts.elsewhereMore}</p>
      <p>{texts.elsewhereSignIn}</p>
      <Link to={`/sign-in?to=/face/return/${id}`} className="button button-main button-wide">
        {texts.signIn}
      </Link>
    </section>
  )
}

/** Where the vendor's page leads back to. It asks the service, and takes nothing of what the browser brings from there. */
export const FaceReturnPage = ({ params }: PageTold) => {
  const texts = useTexts(faceTexts)
  const id = params.id ?? ''
  const check = useResource(`face check ${id}`, (signal) => mine().faceChecks.look(id, { signal }), { polls: isOpen })
  const { known } = check
  const isNotTheirs =
    known.is === 'failed' && (isProblem(known.error, 'unauthenticated') || isProblem(known.error, 'not_found'))
  return (
    <Page title={texts.title}>
      <div className="stack below">
        {isNotTheirs ? (
          <Elsewhere id={id} />
        ) : (
          <Read of={check}>
            {(value) => (
              <>
                {isOpen(value) && <Banner>{texts.notYet}</Banner>}
                {isOpen(value) ? <OpenCard check={value} read={check.read} /> : <EndedCard check={value} />}
                {value.action !== null && <BackToApplication action={value.action} />}
                {value.action !== null && <BackToStep action={value.action} />}
                <Link to="/account" className="button button-wide">
                  {texts.toAccount}
                </Link>
              </>
            )}
          </Read>
        )}
      </div>
    </Page>
  )
}
