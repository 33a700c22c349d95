import { useState } from 'react'
import type { Answer } from 'shiming-client'
import { Question } from '../../shared/controls/question.tsx'
import { Banner, Status } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Page } from '../../shared/router/page.tsx'
import { mine } from '../../shared/service.ts'
import { failureText } from '../../shared/state/failure.ts'
import { Read } from '../../shared/state/read.tsx'
import { useResource } from '../../shared/state/use-resource.ts'
import { commonTexts } from '../../shared/texts/common.ts'
import { useAccount } from '../account/use-account.ts'
import { ChangeChannel, NewChannel } from './channel-forms.tsx'
import { ChannelLine } from './channel-line.tsx'
import { Takes } from './takes.tsx'
import { channelTexts } from './texts.ts'

type Channel = Answer<'GET /v1/channels'>['channels'][number]
type Saved = Answer<'PUT /v1/channels/{code}'>

/** The outgoing channels of the account: add, change, try, delete; and what they send. */
export const ChannelsPage = () => {
  const language = useLanguage()
  const texts = useTexts(channelTexts)
  const common = useTexts(commonTexts)
  // What is typed here is given back to nobody else, so it has to be known who types.
  useAccount()
  const channels = useResource('channels', (signal) => mine().channels.list({ signal }))
  const [told, setTold] = useState('')
  const [made, setMade] = useState<Saved>()
  const [changed, setChanged] = useState<Channel>()
  const [doomed, setDoomed] = useState<string>()
  const saved = (one: Saved): void => {
    setChanged(undefined)
    setTold(texts.saved(one.code))
    if (one.secret !== null) setMade(one)
    void channels.read()
  }
  const remove = async (code: string): Promise<void> => {
    try {
      await mine().channels.remove(code)
      setTold(texts.removed)
    } catch (error) {
      setTold(failureText(error, language))
    }
    setDoomed(undefined)
    await channels.read()
  }
  return (
    <Page title={texts.title} lead={texts.lead} wide>
      <div className="stack below">
        <Status>{told !== '' && <p>{told}</p>}</Status>
        {made && (
          <Banner tone="good">
            <p role="alert">{texts.secretOf(made.code)}</p>
            <code className="secret">{made.secret}</code>
          </Banner>
        )}
        <Read of={channels}>
          {({ channels: all }) => (
            <div className="cards">
              <section className="card stack" aria-label={texts.title}>
                {all.length === 0 ? (
                  <>
                    <p>{texts.none}</p>
                    <p className="quiet">{texts.noneMore}</p>
                  </>
                ) : (
                  <ul className="list">
                    {all.map((one) => (
                      <ChannelLine
                        key={one.code}
                        channel={one}
                        onChange={() => setChanged(one)}
                        onRemove={() => setDoomed(one.code)}
                      />
                    ))}
                  </ul>
                )}
              </section>
              <NewChannel known={all.map(({ code }) => code)} onSaved={saved} />
            </div>
          )}
        </Read>
        <Takes />
      </div>
      {changed && <ChangeChannel channel={changed} onSaved={saved} onClose={() => setChanged(undefined)} />}
      {doomed !== undefined && (
        <Question
          title={texts.removeTitle(doomed)}
          more={texts.removeMore}
          yes={texts.remove}
          no={common.cancel}
          onYes={() => remove(doomed)}
          onClose={() => setDoomed(undefined)}
        />
      )}
    </Page>
  )
}
