import type { fi } from './fi'

/** Finnish is the master; Swedish and English must have the same keys. */
type Texts = typeof fi

/** The same tree of keys with any wording. */
export type SameKeys<Tree> = { [Key in keyof Tree]: Tree[Key] extends string ? string : SameKeys<Tree[Key]> }

/** `rows_one` and `rows_other` are the two forms of the key `rows`. */
type Plain<Tree, Key extends string> = Key extends `${infer Stem}_one`
  ? `${Stem}_other` extends keyof Tree
    ? Stem
    : Key
  : Key extends `${infer Stem}_other`
    ? `${Stem}_one` extends keyof Tree
      ? Stem
      : Key
    : Key
type Paths<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? Plain<Tree, Key> : `${Key}.${Paths<Tree[Key]>}`
}[keyof Tree & string]

/** 'companies:title', 'needs:form.work_trial': namespace, then the path in its file. */
export type TextKey = { [Space in keyof Texts & string]: `${Space}:${Paths<Texts[Space]>}` }[keyof Texts &
  string]

export const LANGUAGES = ['fi', 'sv', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.includes(value as Language)
}
