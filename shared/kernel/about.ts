/** What a fault is about, in names out of this repository. None of it is read from a secret or typed by anybody. */
type Subject = {
  /** The variable that names the secret. */
  secret?: string
  /** The variable that holds the settings. */
  setting?: string
  vendor?: string
  /** The member that is wrong. */
  field?: string
  /** What should be there. */
  wanted?: string
  /** It may be over by itself in a moment: nothing to mend yet. */
  passes?: true
}

/** Short names as programmers give them; the name of a record's member may be a value, and values are not told. */
const NAME = /^[a-z]\w{0,30}$/i

const pathOf = (issue: unknown): string => {
  const { path } = Object(issue)
  return Array.isArray(path) ? path.map((part) => (NAME.test(String(part)) ? part : '*')).join('.') : ''
}

/** What an error says of itself if it is an `About`. Code that is loaded later brings a class of its own, hence by name. */
export const aboutOf = (error: unknown): object | undefined =>
  error instanceof Error && error.name === 'About' && 'about' in error ? Object(error.about) : undefined

/** Whether a person has to mend something of ours: then the fault says which by itself, and nothing changes until then. */
export const needsPeople = (error: unknown): boolean => {
  const about = aboutOf(error)
  return about !== undefined && !('passes' in about)
}

/** What the cause adds: what it is about, or the fields a schema refused. */
const addedBy = (cause: unknown): object => {
  const { issues } = Object(cause)
  return aboutOf(cause) ?? (Array.isArray(issues) ? { fields: issues.map(pathOf) } : {})
}

/**
 * A fault that says what it is about. Its message and `about` may be logged; its cause's message may quote a secret and must
 * not. Of several, one the cause of the other, the outermost knows all.
 */
export class About extends Error {
  override readonly name = 'About'
  readonly about: object
  constructor(subject: Subject, cause?: unknown) {
    const about = { ...subject, ...addedBy(cause) }
    super(JSON.stringify(about), { cause })
    this.about = about
  }
}

/** Answers what `run` answers; what it throws comes out as the cause of an `About`. */
export const about = <T>(subject: Subject, run: () => T): T => {
  try {
    return run()
  } catch (cause) {
    throw new About(subject, cause)
  }
}
