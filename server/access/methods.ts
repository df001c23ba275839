import { quote, Refusal } from '../problems.ts'
import { isPrivatePath, methodsAt } from './rights.ts'

export const READING: readonly string[] = ['GET', 'HEAD', 'OPTIONS']

/** Addresses that are asked with a body, because a shape does not fit into a query; they change nothing either. */
export const isOnlyPosted = (path: string): boolean => path === '/api/area-report' || path === '/api/scenario'

const refuse = (id: string, en: string, allowed: readonly string[]): Refusal =>
  new Refusal('method-not-allowed', { id, en }, { Allow: allowed.join(', ') })

/** The refusal of a method that an address is not served with. */
export const wrongMethod = (method: string, path: string): Refusal => {
  const methods = methodsAt(path)
  const given = quote(method)
  if (isPrivatePath(path) && methods.length > 0)
    return refuse(
      `Alamat ini dilayani dengan ${methods.join(', ')}; ${given} tidak.`,
      `This address is served with ${methods.join(', ')}; ${given} is not.`,
      methods.includes('GET') ? ['HEAD', ...methods] : methods,
    )
  if (isOnlyPosted(path))
    return refuse(
      `Alamat ini ditanya dengan badan permintaan; ${given} tidak dilayani. Gunakan POST dengan JSON.`,
      `This address is asked with a body; ${given} is not served. Use POST with JSON.`,
      ['POST', 'OPTIONS'],
    )
  return refuse(
    `Alamat ini hanya dapat dibaca; ${given} tidak dilayani. Gunakan GET.`,
    `This address can only be read; ${given} is not served. Use GET.`,
    [...READING, ...methods.filter((one) => !READING.includes(one))],
  )
}
