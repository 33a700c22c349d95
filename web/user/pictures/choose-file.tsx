import { useTexts } from '../../shared/language.ts'
import { pictureTexts } from './texts.ts'

type ChooseFileProps = {
  id: string
  /** What the picture shows. */
  name: string
  /** What says what is wrong with it; undefined for nothing. */
  errorId: string | undefined
  /** Opens that camera at once, where the device has one. */
  camera?: 'environment' | 'user'
  onFile: (file: File) => void
  children: string
}

/**
 * The browser's own way to a photograph, which works in every app's browser, as a button. iPhones make a JPEG of theirs for these types; no
 * page of ours asks for the camera itself.
 */
export const ChooseFile = ({ id, name, errorId, camera, onFile, children }: ChooseFileProps) => {
  const texts = useTexts(pictureTexts)
  return (
    <label className="button file">
      <input
        id={id}
        className="only-heard"
        type="file"
        accept="image/jpeg,image/png"
        capture={camera}
        aria-label={texts.about(children, name)}
        aria-describedby={errorId}
        aria-invalid={errorId === undefined ? undefined : true}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? []
          // The same file may be chosen once more.
          currentTarget.value = ''
          if (file) onFile(file)
        }}
      />
      {children}
    </label>
  )
}
