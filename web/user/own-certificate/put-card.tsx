import { Copy } from '../../shared/controls/copy.tsx'
import { Qr } from '../../shared/controls/qr.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { addressOf, badgeOf } from '../certificates/certificate.ts'
import { BadgePicture } from './badge-picture.tsx'
import type { Own } from './own.ts'
import { snippetOf } from './snippet.ts'
import { ownCertificateTexts } from './texts.ts'

/** W7 what puts a certificate into its app: link, badge, and code that has both. */
export const PutCard = ({ of }: { of: Own }) => {
  const { id } = of
  const language = useLanguage()
  const texts = useTexts(ownCertificateTexts)
  const badge = `${badgeOf(id)}?lang=${language}`
  return (
    <section className="card stack">
      <h2>{texts.put}</h2>
      <p>{texts.putMore}</p>
      <h3>{texts.badge}</h3>
      <BadgePicture of={of} />
      <h3>{texts.address}</h3>
      <Copy text={addressOf(id)}>{texts.copyAddress}</Copy>
      <h3>{texts.snippet}</h3>
      <p className="quiet">{texts.snippetMore}</p>
      <Copy text={snippetOf(location.origin, id, language)} whole>
        {texts.copySnippet}
      </Copy>
      <h3>{texts.badgeAddress}</h3>
      <p className="quiet">{texts.badgeAddressMore}</p>
      <Copy text={location.origin + badge}>{texts.copyBadge}</Copy>
      <h3>{texts.qr}</h3>
      <div className="centred">
        <Qr text={addressOf(id)} label={texts.qr} />
      </div>
    </section>
  )
}
