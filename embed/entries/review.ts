import '../install.js';
import '../../components/review/review.define.js';
