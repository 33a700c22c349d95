import { useState } from 'react'
import { MISSES_OF_CASE } from '../../../functions/certificates/looking/misses.ts'
import { AskedButton } from '../../shared/controls/asked-button.tsx'
import { Button } from '../../shared/controls/button.tsx'
import { ErrorSummary } from '../../shared/controls/error-summary.tsx'
import { TextField } from '../../shared/controls/field.tsx'
import { Banner, Status } from '../../shared/controls/status.tsx'
import { useForm } from '../../shared/controls/use-form.ts'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { mine } from '../../shared/service.ts'
import { Time } from '../../shared/shown/time.tsx'
import { refusedIn } from '../../shared/state/failure.ts'
import type { Own } from './own.ts'
import { ownCertificateTexts } from './texts.ts'

type Watched = NonNullable<Own['page']>
type WatchedPageCardProps = { app: string; of: Own['page']; onChanged: () => Promise<void> }

/** The page that is registered, and what was seen there. */
const Seen = ({ of: { url, lookedAt, seenAt, misses } }: { of: Watched }) => {
  const texts = useTexts(ownCertificateTexts)
  const missed = misses < MISSES_OF_CASE ? texts.pageMissed : texts.pageMissedThrice
  return (
    <>
      {misses > 0 && <Banner tone="warn">{missed(misses)}</Banner>}
      <dl className="facts">
        <div>
          <dt>{texts.pageIs}</dt>
          <dd className="words">{url}</dd>
        </div>
        {lookedAt !== null && (
          <div>
            <dt>{texts.pageLooked}</dt>
            <dd>
              <Time at={lookedAt} />
            </dd>
          </div>
        )}
        {seenAt !== null && (
          <div>
            <dt>{texts.pageSeen}</dt>
            <dd>
              <Time at={seenAt} />
            </dd>
          </div>
        )}
      </dl>
      {lookedAt === null && <p className="quiet">{texts.pageNever}</p>}
      {lookedAt !== null && misses === 0 && <p className="quiet">{texts.pageGood}</p>}
    </>
  )
}

type RegisterFormProps = { app: string; isAnother: boolean; onDone: () => Promise<void> }

const RegisterForm = ({ app, isAnother, onDone }: RegisterFormProps) => {
  const language = useLanguage()
  const texts = useTexts(ownCertificateTexts)
  const form = useForm(
    { url: '' },
    {
      prefix: 'page-',
      checks: { url: (typed) => (/^https:\/\/\S+$/iu.test(typed.trim()) ? undefined : texts.pageWrong) },
      send: async ({ url }) => {
        try {
          await mine().certificates.setPage(app, { url: url.trim() })
        } catch (error) {
          return refusedIn(error, language)
        }
        await onDone()
        return undefined
      },
    },
  )
  return (
    <form className="stack" noValidate onSubmit={form.submit}>
      <ErrorSummary {...form.summary} />
      <TextField {...form.text('url')} label={texts.pageUrl} hint={texts.pageHint} inputMode="url" verbatim />
      <Button wide submit busy={form.busy}>
        {isAnother ? texts.pageChange : texts.pageSave}
      </Button>
    </form>
  )
}

/** W7 the page of the app that is looked at every day for the link of its certificate. */
export const WatchedPageCard = ({ app, of, onChanged }: WatchedPageCardProps) => {
  const texts = useTexts(ownCertificateTexts)
  const { pageRemoveTitle: title, pageRemoveMore: more, pageRemoveYes: yes, pageRemoveNo: no } = texts
  const [told, setTold] = useState('')
  const changed = async (words: string): Promise<void> => {
    setTold(words)
    await onChanged()
  }
  return (
    <section className="card stack">
      <h2>{texts.page}</h2>
      <p>{texts.pageMore}</p>
      <Status>{told !== '' && <Banner tone="good">{told}</Banner>}</Status>
      {of !== null && <Seen of={of} />}
      {/* Emptied once what was typed is registered. */}
      <RegisterForm key={of?.since} app={app} isAnother={of !== null} onDone={() => changed(texts.pageSaved)} />
      {of !== null && (
        <AskedButton
          wide
          kind="plain"
          question={{ title, more, yes, no }}
          onYes={async () => {
            await mine().certificates.setPage(app, { url: null })
            await changed(texts.pageRemoved)
          }}
        >
          {texts.pageRemove}
        </AskedButton>
      )}
      <Link to="/developer/domains" className="standing">
        {texts.toDomains}
      </Link>
    </section>
  )
}
