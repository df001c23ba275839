export const PEOPLE_KEY = ['people']
export const INVITATIONS_KEY = ['invitations']
export const TRUST_KEY = ['trust']
