import { openAssessment } from '../assessment-session.js';
import { createClient } from '../client.js';
import { openNotes } from '../notes.js';

// A frame stands for another tab: own timers, own locks, own connections, and it can be killed.
Object.assign(window, { createClient, openAssessment, openNotes });
