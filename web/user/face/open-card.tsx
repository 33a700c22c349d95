import { Button } from '../../shared/controls/button.tsx'
import { Copy } from '../../shared/controls/copy.tsx'
import { Qr } from '../../shared/controls/qr.tsx'
import { Banner, Waiting } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { Until } from '../until.tsx'
import type { Check } from './check.ts'
import { mannerOf } from './manner.ts'
import { faceTexts } from './texts.ts'

type Page = NonNullable<Check['page']>

/** The way to the vendor's page from where one is. */
const Way = ({ page: { url, worksIn } }: { page: Page }) => {
  const texts = useTexts(faceTexts)
  switch (mannerOf(worksIn, navigator.userAgent)) {
    case 'jump':
      return (
        <a className="button button-main button-wide" href={url}>
          {texts.goOn}
        </a>
      )
    case 'scan':
      return (
        <>
          <p>{worksIn === 'wechat' ? texts.scanWechat : texts.scanAny}</p>
          <div className="centred">
            <Qr text={url} label={texts.scanLabel} />
          </div>
        </>
      )
    case 'take_along':
      return (
        <>
          <h3>{texts.copyTitle}</h3>
          <p>{texts.copyMore}</p>
          <Copy text={url} kind="main">
            {texts.copy}
          </Copy>
        </>
      )
  }
}

/** A confirmation that is not over: where to do it, until when, and that the page learns of it by itself. */
export const OpenCard = ({ check, read }: { check: Check; read: () => Promise<void> }) => {
  const texts = useTexts(faceTexts)
  const { page, expiresAt, lastTry } = check
  if (!page || expiresAt === null)
    return (
      <section className="card stack">
        <Waiting>{texts.opening}</Waiting>
      </section>
    )
  return (
    <section className="card stack">
      <h2>{texts.openTitle}</h2>
      {lastTry !== null && <Banner tone="warn">{texts.lastTry(texts[lastTry])}</Banner>}
      <Way page={page} />
      <p className="quiet">
        {texts.until} <Until at={expiresAt} />
      </p>
      <p className="quiet">{texts.own}</p>
      <Button wide onPress={read}>
        {texts.done}
      </Button>
      <p>{texts.leave}</p>
    </section>
  )
}
