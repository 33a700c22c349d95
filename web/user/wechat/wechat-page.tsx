import { useEffect, useState } from 'react'
import type { Answer } from 'shiming-client'
import type { VisitEnd, VisitWay } from '../../../functions/account/wechat/visits/visit.ts'
import { Button } from '../../shared/controls/button.tsx'
import { Banner, Status } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { Link, Page, type PageTold } from '../../shared/router/page.tsx'
import { router } from '../../shared/router/router.ts'
import { mine } from '../../shared/service.ts'
import { Time } from '../../shared/shown/time.tsx'
import { Read } from '../../shared/state/read.tsx'
import { useResource } from '../../shared/state/use-resource.ts'
import { keepLeft, visitEndIn, wayHere } from '../sign-in/wechat.ts'
import { ProveForm } from './prove-form.tsx'
import { bindingTexts } from './texts.ts'

type Seen = Answer<'GET /v1/account/wechat'>

const Bound = ({ seen, onUnbound }: { seen: Seen; onUnbound: () => Promise<void> }) => {
  const texts = useTexts(bindingTexts)
  const [isAsked, setAsked] = useState(false)
  return (
    <section className="card stack">
      <h2>{isAsked ? texts.unbind : texts.isBound}</h2>
      {!isAsked && seen.bound && (
        <>
          <p className="quiet">
            {texts.since} <Time at={seen.bound.since} />
          </p>
          <p>{texts.more}</p>
          <Button wide onPress={() => setAsked(true)}>
            {texts.unbind}
          </Button>
        </>
      )}
      {isAsked && (
        <>
          <p>{texts.unbindMore}</p>
          <ProveForm
            proof={seen.proof}
            press={texts.unbindPress}
            send={async (typed) => {
              await mine().wechat.unbind(typed)
              await onUnbound()
            }}
          />
          <Button kind="plain" wide onPress={() => setAsked(false)}>
            {texts.keep}
          </Button>
        </>
      )}
    </section>
  )
}

const Bind = ({ way, proof }: { way: VisitWay; proof: Seen['proof'] }) => {
  const texts = useTexts(bindingTexts)
  const [told, setTold] = useState('')
  return (
    <>
      <p>{texts.bindMore}</p>
      <ProveForm
        proof={proof}
        press={texts.bindPress}
        send={async (typed) => {
          const { url } = await mine().wechat.bind({ way, ...typed })
          setTold(texts.leaving)
          keepLeft('/wechat')
          location.assign(url)
        }}
      />
      <Status>{told !== '' && <p>{told}</p>}</Status>
    </>
  )
}

const Unbound = ({ seen }: { seen: Seen }) => {
  const texts = useTexts(bindingTexts)
  const way = seen.ways.find((one) => one === wayHere())
  const isOffered = seen.ways.length > 0
  return (
    <section className="card stack">
      <h2>{way === undefined || seen.proof.phone === null ? texts.isUnbound : texts.bind}</h2>
      {!isOffered && <p>{texts.notOffered}</p>}
      {isOffered && seen.proof.phone === null && <p>{texts.noPhone}</p>}
      {isOffered && seen.proof.phone !== null && way === undefined && <p>{texts.elsewhere}</p>}
      {way !== undefined && seen.proof.phone !== null && <Bind way={way} proof={seen.proof} />}
    </section>
  )
}

/** What is to be known of the last thing that was done. */
type Said = { tone: 'good' | 'warn'; text: string }

const useEnd = (query: URLSearchParams): [Said | undefined, (said: Said) => void] => {
  const texts = useTexts(bindingTexts)
  const [end] = useState(() => visitEndIn(query))
  const [said, setSaid] = useState<Said>()
  useEffect(() => {
    // Whoever reloads the page has not just come back.
    if (end !== undefined) router().go('/wechat', { replace: true })
  }, [end])
  const words: Partial<Record<VisitEnd, string>> = texts
  const first = end && {
    tone: end === 'bound' ? ('good' as const) : ('warn' as const),
    text: words[end] ?? texts.try_again,
  }
  return [said ?? first, setSaid]
}

/** W1 whether WeChat signs in to the account, and how that is changed. */
export const WechatPage = ({ query }: PageTold) => {
  const texts = useTexts(bindingTexts)
  const found = useResource('wechat', (signal) => mine().wechat.binding({ signal }))
  const [said, setSaid] = useEnd(query)
  const unbound = async (): Promise<void> => {
    setSaid({ tone: 'good', text: texts.unbound })
    await found.read()
  }
  return (
    <Page title={texts.title} lead={texts.lead}>
      <div className="stack below">
        <Status>
          {said && (
            <Banner tone={said.tone}>
              <p>{said.text}</p>
            </Banner>
          )}
        </Status>
        <Read of={found}>
          {(seen) => (seen.bound ? <Bound seen={seen} onUnbound={unbound} /> : <Unbound seen={seen} />)}
        </Read>
        <Link to="/account" className="standing">
          {texts.toAccount}
        </Link>
      </div>
    </Page>
  )
}
