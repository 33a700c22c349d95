import { useState } from 'react'
import { Button } from '../../shared/controls/button.tsx'
import { Status, Tag } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { router } from '../../shared/router/router.ts'
import { mine } from '../../shared/service.ts'
import { systemText } from '../../shared/shown/browsers.ts'
import { Time } from '../../shared/shown/time.tsx'
import { failureText } from '../../shared/state/failure.ts'
import { Read } from '../../shared/state/read.tsx'
import { session } from '../../shared/state/session.ts'
import { useResource } from '../../shared/state/use-resource.ts'
import { keepAsked } from '../sign-in/wechat.ts'
import { accountTexts } from './texts.ts'

/** Where the account is signed in, and the way to end each of it. */
export const SessionsCard = () => {
  const language = useLanguage()
  const texts = useTexts(accountTexts)
  const openedBy = {
    sms_code: texts.byCode,
    platform: texts.byPlatform,
    link: texts.byPlatform,
    scan: texts.byScan,
    wechat: texts.byWechat,
  }
  const sessions = useResource('sessions', (signal) => mine().sessions.list({ signal }).page())
  const [told, setTold] = useState('')
  /** Ends something, and says how that went. */
  const end = (ending: () => Promise<unknown>, done: string) => async (): Promise<void> => {
    try {
      await ending()
      setTold(done)
    } catch (error) {
      setTold(failureText(error, language))
    }
    await sessions.read()
  }
  const signOut = async (): Promise<void> => {
    try {
      await mine().sessions.signOut()
    } catch (error) {
      setTold(failureText(error, language))
      return
    }
    // Whoever leaves is not to be brought back by WeChat unasked.
    keepAsked()
    router().go('/')
    session.left()
  }
  return (
    <section className="card stack">
      <h2>{texts.sessions}</h2>
      <Status>{told !== '' && <p>{told}</p>}</Status>
      <Read of={sessions}>
        {({ items }) => (
          <>
            <ul className="list">
              {items.map(({ id, current, by, device, createdAt, expiresAt }) => {
                const name = device === null ? texts.deviceUnknown : systemText(device)
                return (
                  <li key={id} className="row apart">
                    <div>
                      <p>
                        {name} {current && <Tag tone="good">{texts.thisDevice}</Tag>}
                      </p>
                      <p className="quiet">
                        <small>
                          {texts.signedInAt} <Time at={createdAt} />
                          {language === 'zh' ? '，' : ', '}
                          {openedBy[by]}
                          {language === 'zh' ? '，' : ', '}
                          {texts.until} <Time at={expiresAt} dayOnly />
                        </small>
                      </p>
                    </div>
                    {!current && (
                      <Button
                        label={texts.endSessionOf(name)}
                        onPress={end(() => mine().sessions.end(id), texts.sessionEnded)}
                      >
                        {texts.endSession}
                      </Button>
                    )}
                  </li>
                )
              })}
            </ul>
            <div className="row">
              <Button onPress={signOut}>{texts.signOut}</Button>
              {items.length > 1 && (
                <Button onPress={end(() => mine().sessions.signOutEverywhere({ keep: 'current' }), texts.othersEnded)}>
                  {texts.signOutOthers}
                </Button>
              )}
            </div>
          </>
        )}
      </Read>
    </section>
  )
}
