import { useRef, useState } from 'react'
import type { Answer } from 'shiming-client'
import { Button } from '../../shared/controls/button.tsx'
import { useTexts } from '../../shared/language.ts'
import { Link, Page } from '../../shared/router/page.tsx'
import { router } from '../../shared/router/router.ts'
import { service } from '../../shared/service.ts'
import { session } from '../../shared/state/session.ts'
import { SignIn } from './sign-in-form.tsx'
import { wechatTexts } from './wechat-texts.ts'

type JoinEnd = Answer<'POST /v1/wechat/joins'>['wechat']

/** Somebody is signed in, and their WeChat is not bound; they read why before they go on. */
const NotBound = ({ end, to }: { end: Exclude<JoinEnd, 'bound'>; to: string }) => {
  const texts = useTexts(wechatTexts)
  return (
    <Page title={texts.notBound} over>
      <div className="card stack below">
        <p role="alert">{texts[end]}</p>
        <Button kind="main" wide onPress={() => router().go(to, { replace: true })}>
          {texts.goOn}
        </Button>
        {end === 'has_another' && (
          <Link to="/wechat" className="button button-wide" replace>
            {texts.toBinding}
          </Link>
        )}
      </div>
    </Page>
  )
}

/** W1 whom WeChat named and nobody here knows proves a number: they are signed in to its account, which lets them in by WeChat from then on. */
export const WechatJoin = ({ to }: { to: string }) => {
  const texts = useTexts(wechatTexts)
  const joined = useRef<JoinEnd>('bound')
  const [end, setEnd] = useState<JoinEnd>()
  if (end !== undefined && end !== 'bound') return <NotBound end={end} to={to} />
  return (
    <Page title={texts.joinTitle} lead={texts.joinLead}>
      <div className="card below">
        <SignIn
          more={{
            label: texts.join,
            enter: async (typed) => {
              const answer = await service().wechat.join(typed)
              joined.current = answer.wechat
              return answer
            },
          }}
          onSignedIn={(account) => {
            session.began(account)
            setEnd(joined.current)
            if (joined.current === 'bound') router().go(to, { replace: true })
          }}
        />
      </div>
      <p className="below">
        <Link to={`/sign-in?${new URLSearchParams({ to })}`} className="standing" replace>
          {texts.without}
        </Link>
      </p>
    </Page>
  )
}
