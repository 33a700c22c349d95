import type { Told } from './deed.ts'

/** What somebody else will read of a deed, word for word, in their language. */
export const ToldUser = ({ of: { label, text, language } }: { of: Told }) => (
  <section className="field">
    <h3 className="legend">{label}</h3>
    <p className="said" lang={language}>
      {text}
    </p>
  </section>
)
