import '../install-default.js';
import '../../components/review/review.define.js';
