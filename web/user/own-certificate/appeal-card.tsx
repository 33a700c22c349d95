import { useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { router } from '../../shared/router/router.ts'
import { mine } from '../../shared/service.ts'
import { WordsForm } from '../cases/words-form.tsx'
import type { Own } from './own.ts'
import { ownCertificateTexts } from './texts.ts'

/** W7 against what people decided about a certificate: the way to others, or to what they look at already. */
export const AppealCard = ({ app, of: { can, review } }: { app: string; of: Own['appeal'] }) => {
  const texts = useTexts(ownCertificateTexts)
  if (!can && review === null) return null
  const appeal = async (words: string): Promise<void> => {
    const { review: opened } = await mine().certificates.appeal(app, { words })
    router().go(`/cases/${encodeURIComponent(opened)}`)
  }
  return (
    <section className="card stack">
      <h2>{texts.appeal}</h2>
      {review === null ? (
        <>
          <p>{texts.appealMore}</p>
          <WordsForm name="appeal" label={texts.appealWords} submit={texts.appealSend} send={appeal} beside />
        </>
      ) : (
        <>
          <p>{texts.appealOpen}</p>
          <Link to={`/cases/${encodeURIComponent(review)}`} className="standing">
            {texts.toAppeal}
          </Link>
        </>
      )}
    </section>
  )
}
