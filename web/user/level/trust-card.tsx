import { useState } from 'react'
import { Button } from '../../shared/controls/button.tsx'
import { Tag } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { mine } from '../../shared/service.ts'
import { Time } from '../../shared/shown/time.tsx'
import { failureText } from '../../shared/state/failure.ts'
import type { Explained } from './explained.ts'
import { occupationTexts, trustTexts } from './trust-texts.ts'

type Occupation = NonNullable<Explained['trust']['occupation']>

/** What somebody does, of the list, or nothing: kept as soon as it is chosen and confirmed. */
const OccupationForm = ({ said, read }: { said: Occupation | null; read: () => Promise<void> }) => {
  const language = useLanguage()
  const texts = useTexts(trustTexts)
  const names = useTexts(occupationTexts)
  const [chosen, setChosen] = useState<string>(said ?? '')
  const [failed, setFailed] = useState('')
  const keep = async (): Promise<void> => {
    setFailed('')
    try {
      await mine().further.sayOccupation(chosen === '' ? null : (chosen as Occupation))
    } catch (error) {
      setFailed(failureText(error, language))
    }
    await read()
  }
  return (
    <div className="field">
      <label htmlFor="occupation">{texts.occupation}</label>
      <select id="occupation" className="input" value={chosen} onChange={(event) => setChosen(event.target.value)}>
        <option value="">{texts.saysNothing}</option>
        {Object.entries(names).map(([name, text]) => (
          <option key={name} value={name}>
            {text}
          </option>
        ))}
      </select>
      {failed !== '' && <p role="alert">{failed}</p>}
      {chosen !== (said ?? '') && (
        <Button wide onPress={keep}>
          {texts.keep}
        </Button>
      )}
    </div>
  )
}

/** What can neither be told here nor was ever told is not spoken of. */
const isShown = ({ held, page }: Explained['trust']['parts'][number]): boolean => held || page !== null

/** The trust score, apart from the level, and what raises it, which nobody has to do. */
export const TrustCard = ({ of: { trust, level }, read }: { of: Explained; read: () => Promise<void> }) => {
  const texts = useTexts(trustTexts)
  const email = trust.parts.find(({ part }) => part === 'email')
  return (
    <section className="card stack">
      <h2>{texts.title}</h2>
      <p className="title">{texts.score(String(trust.score))}</p>
      <p>{texts.more}</p>
      <dl className="facts">
        {trust.parts.filter(isShown).map(({ part, points, held, until }) => (
          <div key={part}>
            <dt>
              {texts[part]}
              <br />
              <span className="quiet">
                {texts.points(String(points))}
                {until !== null && (
                  <>
                    {texts.until}
                    <Time at={until} />
                  </>
                )}
              </span>
            </dt>
            <dd>
              <Tag tone={held ? 'good' : 'info'}>{held ? texts.held : texts.notHeld}</Tag>
            </dd>
          </div>
        ))}
      </dl>
      {level > 0 && (
        <Link to="/address" className="button button-wide">
          {texts.toAddress}
        </Link>
      )}
      {email?.page && (
        <Link to={email.page} className="button button-wide">
          {email.held ? texts.seeEmail : texts.toEmail}
        </Link>
      )}
      <OccupationForm said={trust.occupation} read={read} />
    </section>
  )
}
