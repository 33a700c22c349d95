import { useState } from 'react'
import { Button } from '../../shared/controls/button.tsx'
import { Status } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { mine } from '../../shared/service.ts'
import { failureText } from '../../shared/state/failure.ts'
import { type Consent, type Disclosure, dataOf, tableOf } from './records-file.ts'
import { saveFile } from './save-file.ts'
import { disclosureTexts } from './texts.ts'

const MOST = 100

/** Some browsers replace a name with other letters. */
const NAME = 'shiming-disclosures'

const all = async <T,>(list: AsyncIterable<T>): Promise<T[]> => {
  const found: T[] = []
  for await (const one of list) found.push(one)
  return found
}

/** All records in one file, made here. */
export const FileCard = () => {
  const language = useLanguage()
  const texts = useTexts(disclosureTexts)
  const [told, setTold] = useState('')
  const keeping =
    (ending: string, type: string, write: (disclosures: Disclosure[]) => Promise<string> | string) =>
    async (): Promise<void> => {
      setTold('')
      try {
        const disclosures = await all(mine().disclosures.list({ limit: MOST }))
        saveFile(`${NAME}.${ending}`, type, await write(disclosures))
        setTold(texts.saved)
      } catch (error) {
        setTold(failureText(error, language))
      }
    }
  const data = async (disclosures: Disclosure[]): Promise<string> => {
    const consents: Consent[] = await all(mine().consents.list({ limit: MOST }))
    return dataOf({ consents, disclosures })
  }
  return (
    <section className="card stack">
      <h2>{texts.file}</h2>
      <p className="quiet">{texts.fileMore}</p>
      <div className="row">
        <Button onPress={keeping('csv', 'text/csv', (disclosures) => tableOf(disclosures, language))}>
          {texts.fileCsv}
        </Button>
        <Button onPress={keeping('json', 'application/json', data)}>{texts.fileJson}</Button>
      </div>
      <Status>{told !== '' && <p>{told}</p>}</Status>
    </section>
  )
}
