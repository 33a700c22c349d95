import { useState } from 'react'
import { Button } from '../../shared/controls/button.tsx'
import { ErrorSummary } from '../../shared/controls/error-summary.tsx'
import { TextField } from '../../shared/controls/field.tsx'
import { Question } from '../../shared/controls/question.tsx'
import { Banner, Status } from '../../shared/controls/status.tsx'
import { useForm } from '../../shared/controls/use-form.ts'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { mine } from '../../shared/service.ts'
import { Time } from '../../shared/shown/time.tsx'
import { failureText, refusedIn } from '../../shared/state/failure.ts'
import { Read } from '../../shared/state/read.tsx'
import { useResource } from '../../shared/state/use-resource.ts'
import { commonTexts } from '../../shared/texts/common.ts'
import { accountTexts } from './texts.ts'

type Made = { name: string; token: string }

/** Code points. */
const LONGEST = 50

const NewToken = ({ onMade }: { onMade: (made: Made) => void }) => {
  const language = useLanguage()
  const texts = useTexts(accountTexts)
  const form = useForm(
    { name: '' },
    {
      prefix: 'token-',
      checks: {
        name: (name) =>
          [...name.trim()].length >= 1 && [...name.trim()].length <= LONGEST ? undefined : texts.tokenNameWrong,
      },
      send: async ({ name }) => {
        try {
          onMade(await mine().tokens.create(name.trim()))
          form.set('name', '')
        } catch (error) {
          return refusedIn(error, language)
        }
      },
    },
  )
  return (
    <form className="stack" noValidate onSubmit={form.submit}>
      <ErrorSummary {...form.summary} />
      <TextField {...form.text('name')} label={texts.tokenName} hint={texts.tokenNameHint} />
      <Button submit busy={form.busy}>
        {texts.createToken}
      </Button>
    </form>
  )
}

/** The tokens by which scripts send. */
export const TokensCard = () => {
  const language = useLanguage()
  const texts = useTexts(accountTexts)
  const common = useTexts(commonTexts)
  const tokens = useResource('tokens', (signal) => mine().tokens.list({ signal }))
  const [made, setMade] = useState<Made>()
  const [told, setTold] = useState('')
  const [asked, setAsked] = useState<{ id: string; name: string }>()
  const remove = async (id: string): Promise<void> => {
    try {
      await mine().tokens.delete(id)
      setTold(texts.tokenDeleted)
    } catch (error) {
      setTold(failureText(error, language))
    }
    setAsked(undefined)
    await tokens.read()
  }
  return (
    <section className="card stack">
      <h2>{texts.tokens}</h2>
      <p className="quiet">{texts.tokensMore}</p>
      <Status>{told !== '' && <p>{told}</p>}</Status>
      {made && (
        <Banner tone="good">
          <p role="alert">{texts.tokenShown(made.name)}</p>
          <code className="secret">{made.token}</code>
        </Banner>
      )}
      <Read of={tokens}>
        {({ tokens: all }) =>
          all.length === 0 ? (
            <p>{texts.tokensNone}</p>
          ) : (
            <ul className="list">
              {all.map(({ id, name, createdAt }) => (
                <li key={id} className="row apart">
                  <div>
                    <p>{name}</p>
                    <p className="quiet">
                      <small>
                        {texts.tokenCreated} <Time at={createdAt} />
                      </small>
                    </p>
                  </div>
                  <Button label={texts.deleteTokenOf(name)} onPress={() => setAsked({ id, name })}>
                    {texts.deleteToken}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Read>
      <NewToken
        onMade={(one) => {
          setMade(one)
          setTold('')
          void tokens.read()
        }}
      />
      {asked && (
        <Question
          title={texts.deleteTokenTitle(asked.name)}
          more={texts.deleteTokenMore}
          yes={texts.deleteToken}
          no={common.cancel}
          onYes={() => remove(asked.id)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </section>
  )
}
