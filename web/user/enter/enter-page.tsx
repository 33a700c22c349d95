import { useEffect, useState } from 'react'
import { type Answer, ShimingProblem } from 'shiming-client'
import { Button } from '../../shared/controls/button.tsx'
import { Banner, Status } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { takeToken } from '../../shared/router/link-token.ts'
import { Link, Page, usePlace } from '../../shared/router/page.tsx'
import { router } from '../../shared/router/router.ts'
import { service } from '../../shared/service.ts'
import { serviceClock } from '../../shared/shown/clock.ts'
import { failureText } from '../../shared/state/failure.ts'
import { ofVisitor } from '../../shared/state/of-visitor.ts'
import { Read } from '../../shared/state/read.tsx'
import { session } from '../../shared/state/session.ts'
import { useResource } from '../../shared/state/use-resource.ts'
import { readWay } from '../verify/read-way.ts'
import { dueStep } from '../verify/way.ts'
import { enterTexts } from './texts.ts'

type Seen = Answer<'POST /v1/session-links/look'>

/** The last one brought here, in memory only: it is in no address any more. */
const brought = ofVisitor((): string | undefined => undefined)

const bring = (): string | undefined => {
  brought.set(takeToken(window) ?? brought.get())
  return brought.get()
}

const useToken = (): { token: string | undefined; moves: number } => {
  const { moves } = usePlace()
  const [token, setToken] = useState(bring)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a link may be opened on this very page.
  useEffect(() => setToken(bring()), [moves])
  return { token, moves }
}

const isSpent = (error: unknown): boolean =>
  error instanceof ShimingProblem && (error.code === 'session_link_spent' || error.code === 'invalid_session_link')

/** No link, or none that still opens anything. */
const Spent = ({ error }: { error: unknown }) => {
  const language = useLanguage()
  const texts = useTexts(enterTexts)
  return (
    <Page title={texts.spentTitle} over>
      <div className="card stack below">
        <p role="alert">{error === undefined ? texts.none : failureText(error, language)}</p>
        <p>{texts.spentMore}</p>
        <Link to="/verify" className="button button-wide">
          {texts.goOn}
        </Link>
      </div>
    </Page>
  )
}

/** Who is signed in is asked whether to leave that account; nothing happens without a tap. */
const Question = ({ seen, onEnter }: { seen: Seen; onEnter: (replace: boolean) => Promise<void> }) => {
  const texts = useTexts(enterTexts)
  const [isOther, setOther] = useState(false)
  const isAnother = seen.signedInAs === 'another_account'
  if (isOther) return <p role="alert">{texts.notMine}</p>
  return (
    <>
      {isAnother && <Banner tone="warn">{texts.another}</Banner>}
      <Button kind="main" wide onPress={() => onEnter(isAnother)}>
        {isAnother ? texts.replace : texts.enter}
      </Button>
      {isAnother && (
        <Link to="/account" className="button button-wide">
          {texts.stay}
        </Link>
      )}
      <Button
        kind="plain"
        wide
        onPress={() => {
          brought.set(undefined)
          setOther(true)
        }}
      >
        {texts.other}
      </Button>
    </>
  )
}

const Enter = ({ token, seen }: { token: string; seen: Seen }) => {
  const language = useLanguage()
  const texts = useTexts(enterTexts)
  const [failed, setFailed] = useState<unknown>()
  const [told, setTold] = useState('')
  const enter = async (replace: boolean): Promise<void> => {
    try {
      const { account } = await service().sessionLinks.redeem({ token, replace })
      brought.set(undefined)
      session.began(account.id)
    } catch (error) {
      if (isSpent(error)) setFailed(error)
      else setTold(failureText(error, language))
      return
    }
    // Where that cannot be told now, the page of the first step tells it.
    const step = await readWay().then(
      (way) => dueStep(way, serviceClock.now()),
      () => '/verify',
    )
    router().go(step, { replace: true })
  }
  if (failed !== undefined) return <Spent error={failed} />
  const { platform, account } = seen
  return (
    <Page title={texts.title(platform.name)} lead={texts.lead}>
      <div className="card stack below">
        <dl className="facts">
          <div>
            <dt>{texts.platform}</dt>
            <dd>{platform.name}</dd>
          </div>
          <div>
            <dt>{texts.account}</dt>
            <dd className="number">{account.externalId}</dd>
          </div>
          {account.name !== null && (
            <div>
              <dt>{texts.name}</dt>
              <dd>{account.name}</dd>
            </div>
          )}
        </dl>
        <Question seen={seen} onEnter={enter} />
        <Status>{told !== '' && <Banner tone="warn">{told}</Banner>}</Status>
      </div>
    </Page>
  )
}

const Looked = ({ token }: { token: string }) => {
  const texts = useTexts(enterTexts)
  const seen = useResource(`link ${token}`, (signal) => service().sessionLinks.look(token, { signal }))
  if (seen.known.is === 'failed' && isSpent(seen.known.error)) return <Spent error={seen.known.error} />
  if (seen.known.is === 'ok') return <Enter token={token} seen={seen.known.value} />
  return (
    <Page title={texts.opening}>
      <div className="below">
        <Read of={seen}>{() => null}</Read>
      </div>
    </Page>
  )
}

/** Lets somebody in whom their platform has sent here, once they say that the account is theirs. */
export const EnterPage = () => {
  const { token, moves } = useToken()
  return token === undefined ? <Spent error={undefined} /> : <Looked key={`${token} ${moves}`} token={token} />
}
