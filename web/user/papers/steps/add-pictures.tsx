import { useTexts } from '../../../shared/language.ts'
import { KindField } from '../../pictures/kind-field.tsx'
import { pictureTexts } from '../../pictures/texts.ts'
import type { Pictures } from '../../pictures/use-pictures.ts'
import type { Wanted } from '../draft/wanted.ts'
import type { PapersForm } from './form.ts'

type AddPicturesProps = { form: PapersForm; pictures: Pictures; wanted: Wanted }

/** Step 3: every picture that is needed or may be added, each for itself. */
export const AddPictures = ({ form, pictures, wanted: { needs, takes } }: AddPicturesProps) => {
  const texts = useTexts(pictureTexts)
  return (
    <>
      {[...needs, ...takes].map((kind) => (
        <section className="card" key={kind}>
          <KindField
            kind={kind}
            id={kind}
            picture={pictures[kind]}
            isNeeded={needs.includes(kind)}
            error={form.error(kind)}
            onDeed={() => form.set(kind, '')}
          />
        </section>
      ))}
      <p className="quiet">{texts.kept}</p>
    </>
  )
}
