import type { Context } from 'hono';
import type { Lang } from '../../i18n/translate.js';

/** In which language somebody asks; Vietnamese unless he says otherwise. */
export const langOf = ({ req }: Context): Lang => (req.query('lang') === 'en' ? 'en' : 'vi');
