import { hash, verify } from '@node-rs/argon2'

/** Argon2id, the library's default kind, at OWASP's first choice of 2024: 19 MiB, two passes, one lane. */
const STRENGTH = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** An Argon2id hash to keep; letters count the same however a keyboard composes them. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), STRENGTH)
}

/** Checks a password. Without a hash it works as long and says no, so that time tells nobody which accounts exist. */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  const right = await verify(passwordHash ?? (await noPassword), password.normalize('NFKC'))
  return right && passwordHash !== null
}

const noPassword = hashPassword('nobody has this one')
